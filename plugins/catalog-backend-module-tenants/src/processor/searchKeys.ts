/**
 * The keys by which the catalog finds something within an entity: the path to each value, joined by
 * dots, in lower case. A rule on an annotation finds it by this key, however the entity came by it,
 * such as with capitals, or with dots in the name of another field.
 */
export function searchKeys(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) {
    return [path.toLocaleLowerCase('en-US')];
  }
  if (Array.isArray(value)) {
    return value.flatMap(each =>
      typeof each === 'string'
        ? searchKeys(undefined, `${path}.${each}`)
        : searchKeys(each, path),
    );
  }
  return Object.entries(value).flatMap(([key, each]) =>
    searchKeys(each, `${path}.${key}`),
  );
}
