/**
 * A deep copy of what JSON can hold; fields that are undefined are left out.
 */
export function copyJson<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}
