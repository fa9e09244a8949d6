/**
 * Writes the place of a value as the form shows it, for example `allowList.devnet[0]`.
 *
 * @param keys - names and positions from the root of the values
 */
export function fieldPath(keys: readonly (string | number)[]): string {
  return keys
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
}

/** The same from a JSON pointer such as `/allowList/devnet/0`. */
export function fieldOfPointer(pointer: string): string {
  return fieldPath(
    pointer
      .split('/')
      .slice(1)
      .map(key => key.replace(/~1/g, '/').replace(/~0/g, '~'))
      .map(key => (/^\d+$/.test(key) ? Number(key) : key)),
  );
}
