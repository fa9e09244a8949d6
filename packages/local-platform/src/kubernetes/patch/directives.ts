import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';

const orderPrefix = '$setElementOrder/';
const removalPrefix = '$deleteFromPrimitiveList/';

/** What a strategic merge patch says about one field. */
export interface FieldChange {
  field: string;
  /** Undefined when only the elements of a list are removed or ordered. */
  value?: JsonValue;
  /** Plain values to take out of a list. */
  removed: JsonValue[];
  /** Plain values, or objects with the merge key, in the order that the list shall have. */
  order: JsonValue[];
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How to treat the element or field as a whole: `replace`, `delete`, or merge when undefined. */
export function directiveOf(value: JsonValue | undefined): string | undefined {
  return isObject(value) ? (value.$patch as string | undefined) : undefined;
}

export function withoutDirectives(patch: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(patch).filter(([name]) => !name.startsWith('$')),
  );
}

/** The fields of the target that the patch's `$retainKeys` keeps; all without it. */
export function retained(target: JsonObject, patch: JsonObject): JsonObject {
  const { $retainKeys: keys } = patch;
  return Array.isArray(keys)
    ? Object.fromEntries(
        Object.entries(target).filter(([name]) => keys.includes(name)),
      )
    : target;
}

/** @throws InputError when a directive is not known. */
export function fieldChanges(patch: JsonObject): FieldChange[] {
  const fields = Object.keys(patch)
    .filter(name => name !== '$patch' && name !== '$retainKeys')
    .map(fieldOf);
  const list = (name: string) => {
    const value = patch[name];
    return Array.isArray(value) ? value : [];
  };
  return [...new Set(fields)].map(field => ({
    field,
    value: patch[field],
    removed: list(`${removalPrefix}${field}`),
    order: list(`${orderPrefix}${field}`),
  }));
}

function fieldOf(name: string): string {
  const prefix = [orderPrefix, removalPrefix].find(it => name.startsWith(it));
  if (!prefix && name.startsWith('$')) {
    throw new InputError(
      `"${name}" is no directive of a strategic merge patch`,
    );
  }
  return name.slice(prefix?.length ?? 0);
}
