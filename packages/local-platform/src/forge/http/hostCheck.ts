import { RequestHandler } from 'express';

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Serves only requests that are addressed to this machine by a name it knows.
 *
 * A foreign site can point its own name at the loopback address, and its script would then count
 * as same-origin; the `Host` header gives it away.
 */
export function checkHost(baseUrl: string): RequestHandler {
  const allowed = [...loopbackHosts, new URL(baseUrl).hostname];
  return (request, response, next) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    if (allowed.includes(host.toLowerCase())) {
      next();
    } else {
      response.status(421).type('text').send('This is not that host.\n');
    }
  };
}
