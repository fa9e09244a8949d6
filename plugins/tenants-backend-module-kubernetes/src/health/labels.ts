import { valueAt } from '@tenantry/plugin-tenants-node';

/** The texts at a path, such as labels; empty where there are none. */
export function textsAt(
  source: unknown,
  ...path: string[]
): Record<string, string> {
  const value = valueAt(source, ...path);
  const entries = Object.entries(
    typeof value === 'object' && value !== null ? value : {},
  );
  return Object.fromEntries(
    entries.filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** Whether a selector finds what has these labels; an empty one finds nothing. */
export function selects(
  selector: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
): boolean {
  const wanted = Object.entries(selector);
  return (
    wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value)
  );
}
