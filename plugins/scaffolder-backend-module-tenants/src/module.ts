import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createRegistryReader } from '@tenantry/plugin-tenants-node';
import { createPullRequestAction, createRenderAction } from './actions';
import { createForge } from './forge';

/**
 * Adds the actions `tenants:render` and `tenants:pull-request` to the scaffolder.
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
        const registryReader = createRegistryReader({ config, urlReader });
        const forge = createForge(registryReader.url, integrations);
        const forgeHost = new URL(registryReader.url).hostname;
        actions.addActions(
          createRenderAction({
            registryReader,
            urlReader,
            integrations,
            permissions,
          }),
          createPullRequestAction({ forge, forgeHost, permissions }),
        );
      },
    });
  },
});
