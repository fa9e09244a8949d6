import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  readClusterConnections,
  tenantsSourcesExtensionPoint,
  watchTimingServiceRef,
} from '@tenantry/plugin-tenants-node';
import { readFluxConfig } from './config';
import { createFluxSource } from './createFluxSource';
import { createFluxEngine } from './requests/createFluxEngine';

/**
 * Observes the Flux objects of tenants, and takes requests to reconcile, suspend and resume them.
 *
 * @public
 */
export const tenantsModuleFlux = createBackendModule({
  pluginId: 'tenants',
  moduleId: 'flux',
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
        const settings = readFluxConfig(config);
        sources.addStatusSource(
          createFluxSource({ ...settings, connections, logger, timing }),
        );
        if (settings.requests) {
          sources.addGitOpsEngine(createFluxEngine({ connections }));
        }
      },
    });
  },
});
