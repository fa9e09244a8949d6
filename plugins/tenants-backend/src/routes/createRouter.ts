import { json, RequestHandler, Router } from 'express';
import { auditDenials } from '../audit';
import { createOpenApiRouter } from '../schema/openapi';
import { addChangeRoutes } from './changes';
import { addGitOpsRoutes } from './gitops';
import { addPlatformRoutes } from './platform';
import { addRolloutRoutes } from './rollouts';
import { RouterOptions } from './RouterOptions';
import { addTenantRoutes } from './tenants';
import { addTimelineRoutes } from './timeline';

const maximumBodySize = '256kb';

/** Answers depend on the caller, and would outlive their session in a browser that keeps them. */
const keepNothing: RequestHandler = (_, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};

/**
 * The HTTP API, see `openapi.yaml`. Requests are checked against it before they get to a route.
 */
export async function createRouter(options: RouterOptions): Promise<Router> {
  const router = await createOpenApiRouter({ middleware: [keepNothing] });
  addTenantRoutes(router, options);
  addTimelineRoutes(router, options);
  addGitOpsRoutes(router, options);
  addPlatformRoutes(router, options);
  addChangeRoutes(router, options);
  addRolloutRoutes(router, options);
  return Router().use(
    json({ limit: maximumBodySize }),
    router,
    auditDenials(options),
  );
}
