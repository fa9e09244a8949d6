/**
 * Whether two JSON values say the same, whenever that was observed. A name without a value is
 * none, as in JSON.
 */
export function isSameButForTimes(left: unknown, right: unknown): boolean {
  if (left === right) {
    return true;
  }
  if (!isObject(left) || !isObject(right)) {
    return false;
  }
  return (
    Array.isArray(left) === Array.isArray(right) &&
    holdsAllOf(left, right) &&
    Object.keys(right).every(
      name =>
        isTime(name) || left[name] !== undefined || right[name] === undefined,
    )
  );
}

function holdsAllOf(
  left: Record<string, unknown>,
  right: Record<string, unknown>,
): boolean {
  return Object.keys(left).every(
    name => isTime(name) || isSameButForTimes(left[name], right[name]),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Whether a name is that of a time of observation. */
export function isTime(name: string): boolean {
  return name === 'observedAt' || name === 'answeredAt';
}
