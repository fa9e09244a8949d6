import { NotFoundError } from '@backstage/errors';
import { pageOfTenants, prepareText, selectTenants } from '../tenants';
import { defaultLimit, RouterOptions, TenantsRouter } from './RouterOptions';
import { sendJson, sendPrepared } from './sendJson';

export function addTenantRoutes(
  router: TenantsRouter,
  options: RouterOptions,
): void {
  const { httpAuth, authorizedTenants, tenants, answers, metrics } = options;

  router.get('/v1/tenants', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { order = 'health', limit = defaultLimit, cursor } = request.query;
    const selected = selectTenants(
      await authorizedTenants.list(credentials),
      request.query,
      // What is listed is in the registry.
      ({ name }) => tenants.indexed(name)!,
    );
    const { items, ...page } = pageOfTenants(selected.tenants, {
      order,
      limit,
      cursor,
    });
    const rest = JSON.stringify({
      totalItems: selected.tenants.length,
      healthCounts: selected.healthCounts,
      ...page,
    });
    const summaries = items.map(tenant => answers.summary(tenant)).join(',');
    const json = `{"items":[${summaries}],${rest.slice(1)}`;
    sendPrepared(request, response, prepareText(json));
  });

  router.get('/v1/tenants/:tenant', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { tenant } = request.params;
    const { details, environment } = request.query;
    const found = await authorizedTenants.get(tenant, credentials);
    sendPrepared(
      request,
      response,
      details
        ? answers.tenantInFull(found, environment)
        : answers.tenant(found),
    );
  });

  router.get(
    '/v1/tenants/:tenant/environments/:environment',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const { tenant, environment } = request.params;
      const found = await authorizedTenants.get(tenant, credentials);
      const answer = answers.environment(found, environment);
      if (!answer) {
        throw notInEnvironment(tenant, environment);
      }
      sendPrepared(request, response, answer);
    },
  );

  router.get(
    '/v1/tenants/:tenant/environments/:environment/metrics',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const { tenant, environment } = request.params;
      await authorizedTenants.get(tenant, credentials);
      const binding = tenants.binding(tenant, environment);
      if (!binding) {
        throw notInEnvironment(tenant, environment);
      }
      sendJson(
        request,
        response,
        await metrics.charts(binding, request.query.range),
      );
    },
  );
}

function notInEnvironment(tenant: string, environment: string): NotFoundError {
  return new NotFoundError(
    `The tenant "${tenant}" is not in an environment "${environment}".`,
  );
}
