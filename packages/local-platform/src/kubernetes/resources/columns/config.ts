import { ageColumn, column, fieldOf } from './column';

const size = (name: string, ...paths: string[]) =>
  column(
    name,
    object =>
      paths.reduce(
        (sum, path) => sum + Object.keys(fieldOf(object, path) ?? {}).length,
        0,
      ),
    { type: 'integer' },
  );

export const configMapColumns = [
  size('Data', '.data', '.binaryData'),
  ageColumn,
];

export const secretColumns = [
  column('Type', secret => fieldOf(secret, '.type') ?? 'Opaque'),
  size('Data', '.data'),
  ageColumn,
];

export const serviceAccountColumns = [size('Secrets', '.secrets'), ageColumn];

export const resourceQuotaColumns = [
  usage('Request', name => !name.startsWith('limits.')),
  usage('Limit', name => name.startsWith('limits.')),
  ageColumn,
];

function usage(name: string, includes: (resource: string) => boolean) {
  return column(name, quota => {
    const used = fieldOf<Record<string, string>>(quota, '.status.used');
    const hard = fieldOf<Record<string, string>>(quota, '.status.hard');
    return Object.entries(hard ?? {})
      .filter(([resource]) => includes(resource))
      .sort()
      .map(([key, limit]) => `${key}: ${used?.[key] ?? '0'}/${limit}`)
      .join(', ');
  });
}

/** For the kinds of which only the time of their creation is shown. */
export const createdAtColumns = [
  column('Created At', ({ metadata }) => metadata.creationTimestamp ?? ''),
];
