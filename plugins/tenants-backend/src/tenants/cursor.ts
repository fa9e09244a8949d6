import { InputError } from '@backstage/errors';

/**
 * Turns a place in a list into text that callers hand back unread.
 */
export function encodeCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/**
 * Reads a cursor of the given form. It says only where to go on: it selects nothing, so a forged
 * one shows nothing that the caller may not see.
 *
 * @throws InputError when it is not one that was handed out.
 */
export function decodeCursor<Place extends readonly (string | number)[]>(
  cursor: string,
  isPlace: (value: unknown) => value is Place,
): Place {
  let place: unknown;
  try {
    place = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    place = undefined;
  }
  if (!isPlace(place)) {
    throw new InputError(
      'The parameter "cursor" must be the nextCursor of an earlier answer to the same request.',
    );
  }
  return place;
}
