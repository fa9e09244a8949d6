import { NotFoundError } from '@backstage/errors';
import { Request } from 'express';

/**
 * A number in a path.
 *
 * @throws NotFoundError when it is none: nothing is to be found there.
 */
export function numberOf(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new NotFoundError("The target couldn't be found.");
  }
  return Number(text);
}

/** What the star in a route stands for, slashes included. */
export function wildcardOf(request: Pick<Request, 'params'>): string {
  // Express numbers what has no name; its types follow the literal path, which lists lose.
  const { 0: text = '' } = request.params as Record<number, string>;
  return text;
}
