import { column, fieldOf, textColumn } from './column';
import { ageOf } from './duration';

export const eventColumns = [
  column('Last Seen', (event, now) =>
    ageOf(
      fieldOf(event, '.series.lastObservedTime') ??
        fieldOf(event, '.lastTimestamp') ??
        fieldOf(event, '.eventTime') ??
        event.metadata.creationTimestamp,
      now,
    ),
  ),
  textColumn('Type', '.type'),
  textColumn('Reason', '.reason'),
  column('Object', event => {
    const kind = fieldOf(event, '.involvedObject.kind') ?? '';
    const name = fieldOf(event, '.involvedObject.name') ?? '';
    return `${kind.toLowerCase()}/${name}`;
  }),
  textColumn('Subobject', '.involvedObject.fieldPath', { priority: 1 }),
  column(
    'Source',
    event =>
      fieldOf(event, '.source.component') ||
      fieldOf(event, '.reportingComponent') ||
      '',
    { priority: 1 },
  ),
  column('Message', event => (fieldOf(event, '.message') ?? '').trim()),
  column(
    'Count',
    event =>
      fieldOf<number>(event, '.series.count') ??
      fieldOf<number>(event, '.count') ??
      1,
    { type: 'integer', priority: 1 },
  ),
  textColumn('Name', '.metadata.name', { priority: 1 }),
];
