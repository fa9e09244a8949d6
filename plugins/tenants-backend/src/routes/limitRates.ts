import { createRateLimit, RateLimitOptions } from '@tenantry/rate-limits';
import { RequestHandler, Router } from 'express';

const environmentPath = '/v1/tenants/:tenant/environments/:environment';

/** Limits how often each caller may ask for what is not answered from memory. */
export function limitRates(options: RateLimitOptions): Router {
  const limit = (name: string, perMinute: number) =>
    createRateLimit(options, name, perMinute);
  return Router()
    .get('/v1/tenants', furtherPages(limit('pages', 300)))
    .get('/v1/tenants/:tenant/timeline', limit('timeline', 300))
    .get(`${environmentPath}/metrics`, limit('metrics', 120))
    .post(
      `${environmentPath}/:action(sync|refresh|suspend|resume|rollback)`,
      limit('requests', 30),
    )
    .post('/v1/changes/preview', limit('preview', 60))
    .post(['/v1/rollouts', '/v1/rollouts/*'], limit('rollouts', 60));
}

/** The first page is one page view; whoever exports the list reads all of them. */
function furtherPages(limit: RequestHandler): RequestHandler {
  return (request, response, next) =>
    request.query.cursor === undefined
      ? next()
      : limit(request, response, next);
}
