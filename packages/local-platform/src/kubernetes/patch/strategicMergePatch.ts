import { JsonObject, JsonValue } from '@backstage/types';
import {
  directiveOf,
  FieldChange,
  fieldChanges,
  isObject,
  retained,
  withoutDirectives,
} from './directives';
import { mergeList, orderList } from './mergeList';

/**
 * Applies a strategic merge patch to an object of a built-in kind: like a merge patch, but lists
 * whose elements have a key are merged by it.
 *
 * @throws InputError when an element of such a list lacks the key, or a directive is not known.
 */
export function strategicMergePatch(
  target: JsonObject,
  patch: JsonObject,
): JsonObject {
  return mergeObject(target, patch, String(target.kind ?? ''));
}

function mergeObject(
  target: JsonObject,
  patch: JsonObject,
  kind: string,
): JsonObject {
  if (directiveOf(patch) === 'replace') {
    return withoutDirectives(patch);
  }
  const merged = new Map(Object.entries(retained(target, patch)));
  for (const change of fieldChanges(patch)) {
    const value = mergeField(merged.get(change.field), change, kind);
    if (value === undefined) {
      merged.delete(change.field);
    } else {
      merged.set(change.field, value);
    }
  }
  return Object.fromEntries(merged);
}

/** Returns undefined for a field that goes. */
function mergeField(
  current: JsonValue | undefined,
  change: FieldChange,
  kind: string,
): JsonValue | undefined {
  const value = mergeValue(current, change, kind);
  if (!Array.isArray(value)) {
    return value;
  }
  const kept = value.filter(element => !change.removed.includes(element));
  return orderList(kept, { ...change, kind });
}

function mergeValue(
  current: JsonValue | undefined,
  { field, value }: FieldChange,
  kind: string,
): JsonValue | undefined {
  if (value === undefined) {
    return current;
  }
  if (value === null || directiveOf(value) === 'delete') {
    return undefined;
  }
  if (isObject(value)) {
    return mergeObject(isObject(current) ? current : {}, value, kind);
  }
  if (!Array.isArray(value)) {
    return value;
  }
  return mergeList(Array.isArray(current) ? current : [], value, {
    field,
    kind,
    mergeObject: (one, other) => mergeObject(one, other, kind),
  });
}
