import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Forge } from '@tenantry/forges';
import { TenantEnvironmentStatus } from '@tenantry/plugin-tenants-common';
import { Knex } from 'knex';
import { AuthorizedChanges } from '../permissions';
import { ChangePreviewer } from '../preview/ChangePreviewer';
import { RegistryView } from '../registry/RegistryView';
import { DatabaseRolloutStore } from './DatabaseRolloutStore';
import { isRemoved } from './isRemoved';
import { onlyTenants } from './onlyTenants';
import { planRequest } from './planRequest';
import { RolloutRunner } from './RolloutRunner';
import { Rollouts } from './Rollouts';

/** Puts together what people do with rollouts, and what takes them on. */
export function createRollouts(options: {
  knex: Knex;
  auth: AuthService;
  logger: LoggerService;
  registry: RegistryView;
  previewer: ChangePreviewer;
  authorizedChanges: Pick<AuthorizedChanges, 'mayChange'>;
  forge: () => Forge;
  statusOf: (
    tenant: string,
    environment: string,
  ) => TenantEnvironmentStatus | undefined;
}): { rollouts: Rollouts; runner: RolloutRunner } {
  const { knex, auth, registry, previewer, authorizedChanges } = options;
  const store = new DatabaseRolloutStore(knex);
  const rollouts = new Rollouts({
    store,
    plan: async (request, credentials) =>
      planRequest({
        request,
        template: await previewer.template(request.templateRef, credentials),
        registry: onlyTenants(
          await authorizedChanges.mayChange(credentials),
          registry.registry(),
        ),
      }),
  });
  const runner = new RolloutRunner({
    ...options,
    store,
    isRemoved: (tenant, environment) =>
      isRemoved(registry.registry(), tenant, environment),
    // Who started it was allowed to; later waves are the portal's own doing.
    render: async ({ signal, ...request }) =>
      previewer.render(request, await auth.getOwnServiceCredentials(), {
        signal,
      }),
  });
  return { rollouts, runner };
}
