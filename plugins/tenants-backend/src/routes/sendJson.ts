import { createHash } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Answers with JSON and its ETag, or with 304 when the caller has the same already.
 *
 * Express does this as well, but not for a request with `Cache-Control: no-cache`, which `fetch`
 * adds to every request with an ETag of its own.
 */
export function sendJson<Body>(
  request: IncomingMessage,
  response: ServerResponse & { json(body: Body): unknown },
  body: Body,
): void {
  const digest = createHash('sha256').update(JSON.stringify(body));
  const etag = `"${digest.digest('base64url')}"`;
  response.setHeader('ETag', etag);
  if (knownTags(request).some(known => known === etag || known === '*')) {
    response.statusCode = 304;
    response.end();
  } else {
    response.json(body);
  }
}

function knownTags(request: IncomingMessage): string[] {
  return (request.headers['if-none-match'] ?? '')
    .split(',')
    .map(tag => tag.trim().replace(/^W\//, ''));
}
