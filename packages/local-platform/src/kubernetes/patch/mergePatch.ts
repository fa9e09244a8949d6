import { JsonObject } from '@backstage/types';
import { isObject } from './directives';

/** Applies a merge patch (RFC 7386): null removes a field, a list replaces a list. */
export function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const merged = new Map(Object.entries(target));
  for (const [field, value] of Object.entries(patch)) {
    const current = merged.get(field);
    if (value === null) {
      merged.delete(field);
    } else if (isObject(value)) {
      merged.set(field, mergePatch(isObject(current) ? current : {}, value));
    } else {
      merged.set(field, value);
    }
  }
  return Object.fromEntries(merged);
}
