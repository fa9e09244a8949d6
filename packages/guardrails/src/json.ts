/** A mapping as YAML and JSON have it. */
export type JsonRecord = Record<string, unknown>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a mapping; an empty one when it is something else. */
export function asRecord(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}

/** The value as a list; an empty one when it is something else. */
export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The JSON pointer (RFC 6901) of a place. */
export function pointer(...keys: (string | number)[]): string {
  return keys
    .map(key => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`)
    .join('');
}

/** A value with its place in a document. */
export interface Placed {
  path: string;
  value: unknown;
}

/**
 * The values at a path such as `spec.servers.*.hosts.*`; what is not there is left out. `*` stands
 * for each entry of a list.
 */
export function valuesAt(document: unknown, path: string): Placed[] {
  return path
    .split('.')
    .reduce<Placed[]>(
      (places, key) => places.flatMap(at(key)),
      [{ path: '', value: document }],
    );
}

function at(key: string): (place: Placed) => Placed[] {
  return ({ path, value }) => {
    if (key === '*') {
      return asList(value).map((entry, index) => ({
        path: path + pointer(index),
        value: entry,
      }));
    }
    const child = asRecord(value)[key];
    return child === undefined
      ? []
      : [{ path: path + pointer(key), value: child }];
  };
}
