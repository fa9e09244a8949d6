/**
 * The value at a path in something of unknown shape; `undefined` where the path leads nowhere.
 *
 * @public
 */
export function valueAt(source: unknown, ...path: string[]): unknown {
  let value = source;
  for (const key of path) {
    if (!isRecord(value) || !Object.hasOwn(value, key)) {
      return undefined;
    }
    value = value[key];
  }
  return value;
}

/** @public */
export function textAt(source: unknown, ...path: string[]): string | undefined {
  const value = valueAt(source, ...path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** @public */
export function numberAt(
  source: unknown,
  ...path: string[]
): number | undefined {
  const value = valueAt(source, ...path);
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : undefined;
}

/** @public */
export function booleanAt(
  source: unknown,
  ...path: string[]
): boolean | undefined {
  const value = valueAt(source, ...path);
  return typeof value === 'boolean' ? value : undefined;
}

/**
 * The list at a path; empty where there is none.
 *
 * @public
 */
export function listAt(source: unknown, ...path: string[]): unknown[] {
  const value = valueAt(source, ...path);
  return Array.isArray(value) ? value : [];
}

/**
 * A condition of an object's status.
 *
 * @public
 */
export interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
}

/**
 * The conditions in the status of an object, by type.
 *
 * @public
 */
export function conditionsOf(object: unknown): Map<string, Condition> {
  const conditions = new Map<string, Condition>();
  for (const entry of listAt(object, 'status', 'conditions')) {
    const type = textAt(entry, 'type');
    if (type) {
      conditions.set(type, {
        type,
        status: textAt(entry, 'status') ?? 'Unknown',
        reason: textAt(entry, 'reason'),
        message: textAt(entry, 'message'),
      });
    }
  }
  return conditions;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
