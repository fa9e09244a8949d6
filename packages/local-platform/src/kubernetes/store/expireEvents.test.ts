import { resourceDefinitions } from '../resources';
import { createObjectStore } from './createObjectStore';

const start = Date.parse('2026-03-01T12:00:00Z');
const minute = 60_000;

it('forgets events that nobody has seen for an hour', () => {
  let time = start;
  const store = createObjectStore({
    resources: resourceDefinitions({ customGroups: [] }),
    now: () => new Date(time),
  });
  const create = (name: string, lastTimestamp?: number) =>
    store.create({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name, namespace: 'default' },
      ...(lastTimestamp && {
        lastTimestamp: new Date(lastTimestamp).toISOString(),
      }),
    });
  create('old');
  create('old-but-repeated', start + 30 * minute);
  time = start + 61 * minute;
  create('new');
  const names = store
    .list({ apiVersion: 'v1', kind: 'Event' })
    .map(({ metadata }) => metadata.name);
  expect(names).toEqual(['new', 'old-but-repeated']);
});
