import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { isDeepStrictEqual } from 'node:util';
import { directiveOf, isObject } from './directives';
import { isSet, mergeKeyOf } from './mergeKeys';

interface ListField {
  field: string;
  /** The kind of the object that has the list. */
  kind: string;
}

interface MergeOptions extends ListField {
  mergeObject(target: JsonObject, patch: JsonObject): JsonObject;
}

/** Merges a patch's list into a list by the merge key of the field. */
export function mergeList(
  target: JsonValue[],
  patch: JsonValue[],
  options: MergeOptions,
): JsonValue[] {
  const elements = patch.filter(item => directiveOf(item) !== 'replace');
  const replaces = elements.length < patch.length;
  if (isSet(options.field)) {
    return [...new Set([...(replaces ? [] : target), ...elements])];
  }
  const key = mergeKeyOf(options.field, options.kind);
  if (!key || !elements.every(isObject)) {
    return elements;
  }
  return elements.reduce<JsonValue[]>(
    (list, element) => mergeElement(list, element, { ...options, key }),
    replaces ? [] : target,
  );
}

/**
 * Orders a list as a patch says; what the patch does not name stays behind what it names.
 */
export function orderList(
  list: JsonValue[],
  { order, field, kind }: ListField & { order: JsonValue[] },
): JsonValue[] {
  const key = mergeKeyOf(field, kind);
  const id = (element: JsonValue | undefined) =>
    key && isObject(element) ? element[key] : element;
  const position = (element: JsonValue) => {
    const index = order.findIndex(item =>
      isDeepStrictEqual(id(item), id(element)),
    );
    return index < 0 ? order.length : index;
  };
  return [...list].sort((one, other) => position(one) - position(other));
}

function mergeElement(
  list: JsonValue[],
  patch: JsonObject,
  { field, key, mergeObject }: MergeOptions & { key: string },
): JsonValue[] {
  if (patch[key] === undefined) {
    throw new InputError(
      `map: ${field} does not contain declared merge key: ${key}`,
    );
  }
  const same = (item: JsonValue | undefined) =>
    isObject(item) && isDeepStrictEqual(item[key], patch[key]);
  if (directiveOf(patch) === 'delete') {
    return list.filter(item => !same(item));
  }
  const current = list.find(same);
  const merged = mergeObject(isObject(current) ? current : {}, patch);
  return current === undefined
    ? [...list, merged]
    : list.map(item => (item === current ? merged : item));
}
