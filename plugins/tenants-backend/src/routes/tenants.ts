import { NotFoundError } from '@backstage/errors';
import { summarizeTenant } from '../status';
import { pageOfTenants, selectTenants } from '../tenants';
import { defaultLimit, RouterOptions, TenantsRouter } from './RouterOptions';
import { sendJson } from './sendJson';

export function addTenantRoutes(
  router: TenantsRouter,
  options: RouterOptions,
): void {
  const { httpAuth, authorizedTenants, tenants, metrics } = options;

  router.get('/v1/tenants', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { order = 'health', limit = defaultLimit, cursor } = request.query;
    const selected = selectTenants(
      await authorizedTenants.list(credentials),
      request.query,
      tenant => tenants.searchText(tenant),
    );
    const page = pageOfTenants(selected.tenants, { order, limit, cursor });
    sendJson(request, response, {
      ...page,
      items: page.items.map(summarizeTenant),
      totalItems: selected.tenants.length,
      healthCounts: selected.healthCounts,
    });
  });

  router.get('/v1/tenants/:tenant', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { tenant } = request.params;
    sendJson(
      request,
      response,
      await authorizedTenants.get(tenant, credentials),
    );
  });

  router.get(
    '/v1/tenants/:tenant/environments/:environment',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const { tenant, environment } = request.params;
      const { environments } = await authorizedTenants.get(tenant, credentials);
      const status = environments.find(
        place => place.environment === environment,
      );
      if (!status) {
        throw notInEnvironment(tenant, environment);
      }
      sendJson(request, response, status);
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
