import { JsonObject, JsonValue } from '@backstage/types';

/**
 * What `kubectl apply` makes of the live object: fields in Git win, fields that were in Git and
 * no longer are go, and everything else stays. Lists are taken whole.
 */
export function threeWayMerge(
  lastApplied: JsonObject,
  desired: JsonObject,
  live: JsonObject,
): JsonObject {
  const merged: JsonObject = { ...live };
  for (const key of Object.keys(lastApplied)) {
    if (!(key in desired)) {
      delete merged[key];
    }
  }
  for (const [key, value] of Object.entries(desired)) {
    const current = live[key];
    merged[key] =
      isObject(value) && isObject(current)
        ? threeWayMerge(objectOrEmpty(lastApplied[key]), value, current)
        : value;
  }
  return merged;
}

/** Whether two JSON values are the same, whatever the order of their keys. */
export function sameJson(
  left: JsonValue | undefined,
  right: JsonValue | undefined,
): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return (
      left.length === right.length &&
      left.every((item, index) => sameJson(item, right[index]))
    );
  }
  if (isObject(left) && isObject(right)) {
    const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...keys].every(key => sameJson(left[key], right[key]));
  }
  return left === right;
}

function objectOrEmpty(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
