import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';

/** PostgreSQL and SQLite count further; nobody turns pages as far as this. */
const maximumOffset = 10_000_000;

/**
 * Makes a cursor that leads to a place in the results of one search. It says nothing but how many
 * results come before; who may see what is decided anew on each page.
 */
export function encodeCursor(search: object, offset: number): string {
  return Buffer.from(`${offset}.${fingerprint(search)}`).toString('base64url');
}

/**
 * @returns How many results come before the page.
 * @throws InputError when the cursor was not made for this search.
 */
export function decodeCursor(
  search: object,
  cursor: string | undefined,
): number {
  if (!cursor) {
    return 0;
  }
  const [, digits, made] =
    /^(\d{1,8})\.([\w-]+)$/.exec(
      Buffer.from(cursor.slice(0, 200), 'base64url').toString(),
    ) ?? [];
  const offset = Number(digits);
  if (made !== fingerprint(search) || offset > maximumOffset) {
    throw new InputError(
      'pageCursor has to be one that an answer to the same search has named',
    );
  }
  return offset;
}

function fingerprint(search: object): string {
  return createHash('sha256')
    .update(JSON.stringify(search))
    .digest('base64url')
    .slice(0, 22);
}
