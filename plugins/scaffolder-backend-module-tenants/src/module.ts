import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createForge } from '@tenantry/forges';
import { createRegistryReader } from '@tenantry/plugin-tenants-node';
import {
  createPullRequestAction,
  createRenderAction,
  createRevertAction,
  createValidateAction,
  TenantActionOptions,
} from './actions';

/**
 * Adds the actions `tenants:render`, `tenants:validate`, `tenants:revert` and `tenants:pull-request`
 * to the scaffolder.
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
        config: coreServices.rootConfig,
        permissions: coreServices.permissions,
        urlReader: coreServices.urlReader,
      },
      async init({ actions, config, permissions, urlReader }) {
        const integrations = ScmIntegrations.fromConfig(config);
        const reader = createRegistryReader({ config, urlReader });
        const options: TenantActionOptions = {
          reader,
          forge: createForge(reader.url, integrations),
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
        );
      },
    });
  },
});
