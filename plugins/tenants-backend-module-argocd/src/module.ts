import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  readClusterConnections,
  tenantsSourcesExtensionPoint,
  watchTimingServiceRef,
} from '@tenantry/plugin-tenants-node';
import { readArgoCdConfig } from './config';
import { createArgoCdSource } from './createArgoCdSource';
import { createArgoCdEngine } from './requests/createArgoCdEngine';

/**
 * Observes the Argo CD Applications of tenants on the hub, and takes requests to sync, refresh and
 * roll them back.
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
        timing: watchTimingServiceRef,
      },
      async init({ config, logger, sources, timing }) {
        const connections = readClusterConnections(config);
        const settings = readArgoCdConfig(config);
        sources.addStatusSource(
          createArgoCdSource({ ...settings, connections, logger, timing }),
        );
        if (settings.requests) {
          sources.addGitOpsEngine(createArgoCdEngine({ connections }));
        }
      },
    });
  },
});
