import {
  tenantClusterReadPermission,
  tenantCreatePermission,
} from '@tenantry/plugin-tenants-common';
import { explainNewTenantName } from '@tenantry/rendering';
import { requirePermission } from '../permissions';
import { clusterStatuses, otherServers } from '../platform/clusterStatuses';
import { environmentOptions } from '../platform/environmentOptions';
import { HeardServer } from '../collector';
import { pageOfItems } from '../tenants';
import { defaultLimit, RouterOptions, TenantsRouter } from './RouterOptions';
import { sendJson } from './sendJson';

export function addPlatformRoutes(
  router: TenantsRouter,
  { httpAuth, permissions, authorizedChanges, registry, engine }: RouterOptions,
): void {
  router.get('/v1/clusters', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    await requirePermission(
      permissions,
      tenantClusterReadPermission,
      credentials,
    );
    const { limit = defaultLimit, cursor } = request.query;
    const platform = {
      registry: registry.registry(),
      servers: engine.servers(),
      replicaOf: (server: HeardServer) => engine.replicaOf(server),
    };
    sendJson(request, response, {
      ...pageOfItems(
        clusterStatuses(platform),
        { limit, cursor },
        ({ name }) => name,
      ),
      ...(!cursor && {
        servers: otherServers(platform),
        registry: registry.status(),
      }),
    });
  });

  router.get('/v1/environments', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    await authorizedChanges.requireAny(credentials);
    sendJson(request, response, {
      items: environmentOptions(registry.registry()),
    });
  });

  router.get('/v1/names/:name', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    await requirePermission(permissions, tenantCreatePermission, credentials);
    const { name } = request.params;
    const message = explainNewTenantName(name, registry.registry());
    sendJson(request, response, {
      name,
      available: message === undefined,
      ...(message && { message }),
    });
  });
}
