import {
  coreServices,
  createBackendModule,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createForge, withAudit } from '@tenantry/forges';
import { TenantsClient } from '@tenantry/plugin-tenants-common';
import { createRegistryReader } from '@tenantry/plugin-tenants-node';
import { createRateLimit } from '@tenantry/rate-limits';
import { Router } from 'express';
import {
  createPullRequestAction,
  createRenderAction,
  createRevertAction,
  createRolloutAction,
  createValidateAction,
  TenantActionOptions,
} from './actions';
import { hideForeignTasks } from './hideForeignTasks';

/** Links stay within the app where its address is not configured. */
function appUrlOf(config: RootConfigService): string {
  return (config.getOptionalString('app.baseUrl') ?? '').replace(/\/$/, '');
}

/**
 * Adds the actions `tenants:render`, `tenants:validate`, `tenants:revert`, `tenants:pull-request` and
 * `tenants:rollout` to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleTenants = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'tenants',
  register({ registerInit }) {
    registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        urlReader: coreServices.urlReader,
      },
      async init(services) {
        const { actions, auditor, auth, config, discovery } = services;
        const { permissions, urlReader } = services;
        services.httpRouter.use(
          Router()
            .post(
              ['/v2/tasks', '/v2/tasks/:task/retry', '/v2/dry-run'],
              createRateLimit(services, 'tasks', 60),
            )
            .use('/v2/tasks/:task', hideForeignTasks),
        );
        const integrations = ScmIntegrations.fromConfig(config);
        const reader = createRegistryReader({ config, urlReader });
        const options: TenantActionOptions = {
          reader,
          forge: withAudit(createForge(reader.url, integrations), auditor),
          forgeHost: new URL(reader.url).hostname,
          permissions,
          urlReader,
          integrations,
        };
        actions.addActions(
          createRenderAction(options),
          createValidateAction(options),
          createRevertAction(options),
          createPullRequestAction(options),
          createRolloutAction({
            auth,
            tenants: new TenantsClient({
              discoveryApi: discovery,
              fetchApi: { fetch },
            }),
            appUrl: appUrlOf(config),
          }),
        );
      },
    });
  },
});
