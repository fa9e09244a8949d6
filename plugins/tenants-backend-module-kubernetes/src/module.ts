import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  readClusterConnections,
  tenantsSourcesExtensionPoint,
  watchTimingServiceRef,
} from '@tenantry/plugin-tenants-node';
import { readThresholds } from './config';
import { createKubernetesSource } from './createKubernetesSource';

/**
 * Observes the namespaces of tenants in the clusters of the standard `kubernetes` section.
 *
 * @public
 */
export const tenantsModuleKubernetes = createBackendModule({
  pluginId: 'tenants',
  moduleId: 'kubernetes',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sources: tenantsSourcesExtensionPoint,
        timing: watchTimingServiceRef,
      },
      async init({ config, logger, sources, timing }) {
        const connections = readClusterConnections(config);
        const thresholds = readThresholds(config);
        sources.addStatusSource(
          createKubernetesSource({ connections, thresholds, logger, timing }),
        );
      },
    });
  },
});
