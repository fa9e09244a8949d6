import { IncomingMessage, ServerResponse } from 'node:http';
import { PreparedJson, prepareJson } from '../tenants';

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
  sendPrepared(request, response, prepareJson(body));
}

/** As `sendJson`, for an answer that was serialised before. */
export function sendPrepared(
  request: IncomingMessage,
  response: ServerResponse,
  { body, etag }: PreparedJson,
): void {
  response.setHeader('ETag', etag);
  if (knownTags(request).some(known => known === etag || known === '*')) {
    response.statusCode = 304;
    response.end();
  } else {
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', body.length);
    response.end(body);
  }
}

function knownTags(request: IncomingMessage): string[] {
  return (request.headers['if-none-match'] ?? '')
    .split(',')
    .map(tag => tag.trim().replace(/^W\//, ''));
}
