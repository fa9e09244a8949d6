import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  readClusterConnections,
  tenantsSourcesExtensionPoint,
} from '@tenantry/plugin-tenants-node';
import { createArgoCdSource } from './createArgoCdSource';

/**
 * Observes the Argo CD Applications of tenants on the hub.
 *
 * @public
 */
export const tenantsModuleArgoCd = createBackendModule({
  pluginId: 'tenants',
  moduleId: 'argocd',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sources: tenantsSourcesExtensionPoint,
      },
      async init({ config, logger, sources }) {
        const connections = readClusterConnections(config);
        sources.addStatusSource(createArgoCdSource({ connections, logger }));
      },
    });
  },
});
