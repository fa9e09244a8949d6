const pattern = /^v?(\d{1,9}(?:\.\d{1,9}){0,5})$/;

/**
 * Compares versions such as `0.7.4`: negative when `left` is older. `undefined` when one of them
 * is not made of numbers with dots, since nobody can tell then which one is older.
 */
export function compareVersions(
  left: string,
  right: string,
): number | undefined {
  const [ours, theirs] = [left, right].map(numbersOf);
  if (!ours || !theirs) {
    return left === right ? 0 : undefined;
  }
  const length = Math.max(ours.length, theirs.length);
  for (let index = 0; index < length; index++) {
    const difference = (ours[index] ?? 0) - (theirs[index] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

function numbersOf(version: string): number[] | undefined {
  return pattern.exec(version)?.[1].split('.').map(Number);
}
