import { Request, Response } from 'express';

const defaultLimit = 30;
const maximumLimit = 50;

/** A part of a list. */
export interface Page {
  /** Counted from 1. */
  page: number;
  limit: number;
  /** How many items come before it. */
  skip: number;
}

/** Reads `page` and `limit`; like Gitea, it takes the default for what is no positive number. */
export function pageOf(request: Request, limitName = 'limit'): Page {
  const page = positive(request.query.page) ?? 1;
  const limit = Math.min(
    positive(request.query[limitName]) ?? defaultLimit,
    maximumLimit,
  );
  return { page, limit, skip: (page - 1) * limit };
}

/** The items of a page out of all. */
export function slice<T>(items: T[], { skip, limit }: Page): T[] {
  return items.slice(skip, skip + limit);
}

/** Answers with a part of a list and says how long the list is. */
export function sendPage(
  response: Response,
  items: unknown[],
  totalCount: number,
): void {
  response
    .set('X-Total-Count', String(totalCount))
    .set('Access-Control-Expose-Headers', 'X-Total-Count')
    .json(items);
}

function positive(value: unknown): number | undefined {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 && number < 1e9
    ? number
    : undefined;
}
