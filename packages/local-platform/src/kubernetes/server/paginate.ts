import { KubernetesObject } from '../ObjectStore';
import { objectKey } from '../store/references';
import { badRequest } from './ApiError';
import { ListMetadata } from './Representation';

/** The most objects that one answer holds, whatever the request says. */
export const maxPageSize = 10_000;

interface Position {
  /** The version at which the first page was read; the same on every page. */
  resourceVersion: string;
  /** The key of the last object of the page before. */
  after: string;
}

export interface Page {
  objects: readonly KubernetesObject[];
  metadata: ListMetadata;
}

/**
 * Cuts the page that a request asks for out of ordered objects. Later pages show the objects as
 * they are by then: who watches from the version of the first page hears of all that changed.
 *
 * @throws ApiError when the limit or the token is malformed.
 */
export function paginate(
  objects: readonly KubernetesObject[],
  query: URLSearchParams,
  currentVersion: string,
): Page {
  const position = readPosition(query.get('continue'));
  const resourceVersion = position?.resourceVersion ?? currentVersion;
  const start = position
    ? countWhile(
        objects,
        object => objectKey(object.metadata) <= position.after,
      )
    : 0;
  const end = start + readLimit(query.get('limit'));
  const page = objects.slice(start, end);
  const last = page.at(-1);
  if (!last || end >= objects.length) {
    return { objects: page, metadata: { resourceVersion } };
  }
  const next = { resourceVersion, after: objectKey(last.metadata) };
  return {
    objects: page,
    metadata: {
      resourceVersion,
      continue: Buffer.from(JSON.stringify(next)).toString('base64url'),
      remainingItemCount: objects.length - end,
    },
  };
}

function readLimit(text: string | null): number {
  if (text === null || text === '' || text === '0') {
    return maxPageSize;
  }
  if (!/^\d{1,9}$/.test(text)) {
    throw badRequest(`limit must be a whole number, not "${text}"`);
  }
  return Math.min(Number(text), maxPageSize);
}

function readPosition(token: string | null): Position | undefined {
  if (!token) {
    return undefined;
  }
  try {
    const position = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (
      typeof position.after === 'string' &&
      typeof position.resourceVersion === 'string'
    ) {
      return position;
    }
  } catch {
    // Answered below, like a token without the right fields.
  }
  throw badRequest('continue key is not valid');
}

/** How many items come first for which it holds; after them it holds for none. */
function countWhile<T>(
  items: readonly T[],
  holds: (item: T) => boolean,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(items[middle])) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
