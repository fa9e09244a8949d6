import { decodeCursor, encodeCursor } from './cursor';

export interface Page<Item> {
  items: Item[];
  totalItems: number;
  nextCursor?: string;
}

/**
 * One page of things that are ordered by a text of their own, such as a name or a padded number.
 *
 * @throws InputError when the cursor is not one that was handed out.
 */
export function pageOfItems<Item>(
  items: readonly Item[],
  { limit, cursor }: { limit: number; cursor?: string },
  placeOf: (item: Item) => string,
): Page<Item> {
  const [after] = cursor ? decodeCursor(cursor, isPlace) : [undefined];
  const rest = items.filter(
    item => after === undefined || placeOf(item) > after,
  );
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page,
    totalItems: items.length,
    ...(last &&
      rest.length > limit && { nextCursor: encodeCursor([placeOf(last)]) }),
  };
}

function isPlace(value: unknown): value is [place: string] {
  return (
    Array.isArray(value) && value.length === 1 && typeof value[0] === 'string'
  );
}
