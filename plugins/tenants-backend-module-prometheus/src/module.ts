import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { tenantsSourcesExtensionPoint } from '@tenantry/plugin-tenants-node';
import { createPrometheusMetricsSource } from './charts/createPrometheusMetricsSource';
import { readPrometheusConfig } from './config';
import { connectServers } from './servers';
import { createPrometheusStatusSource } from './status/createPrometheusStatusSource';

/**
 * Adds status and charts from Prometheus, or from servers with its HTTP API, to the tenants
 * backend.
 *
 * @public
 */
export const tenantsModulePrometheus = createBackendModule({
  pluginId: 'tenants',
  moduleId: 'prometheus',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sources: tenantsSourcesExtensionPoint,
      },
      async init({ config, logger, sources }) {
        const prometheus = readPrometheusConfig(config);
        if (!prometheus) {
          logger.info('No metrics: there is no tenants.prometheus to ask');
          return;
        }
        const servers = connectServers(
          prometheus.servers,
          prometheus.timeoutMs,
        );
        const options = { ...prometheus, servers, logger };
        sources.addStatusSource(createPrometheusStatusSource(options));
        sources.setMetricsSource(createPrometheusMetricsSource(options));
      },
    });
  },
});
