import { Request, Response } from 'express';

/**
 * Sets the entity tag, and answers 304 when the caller has this version already.
 *
 * Express would not do so for a client that also sends `Cache-Control: no-cache`, as `fetch` does
 * with each conditional request.
 *
 * @returns whether it has answered
 */
export function answerUnchanged(
  request: Request,
  response: Response,
  version: string,
): boolean {
  const etag = `"${version}"`;
  response.set('ETag', etag);
  const known = request.get('If-None-Match')?.split(/\s*,\s*/) ?? [];
  const unchanged = known.some(tag => tag.replace(/^W\//, '') === etag);
  if (unchanged) response.status(304).end();
  return unchanged;
}
