import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  createRegistryReader,
  subscribeToPushEvents,
  tenantsSourcesExtensionPoint,
} from '@tenantry/plugin-tenants-node';
import { readTenantsConfig } from './config';
import { StatusEngine } from './engine/StatusEngine';
import { GitOpsAuthorizer, GitOpsRequests } from './gitops';
import { ChangeSignal } from './live/ChangeSignal';
import { CachedMetrics } from './metrics/CachedMetrics';
import { AuthorizedTenants, registerTenantResource } from './permissions';
import { ChangePreviewer } from './preview/ChangePreviewer';
import { RegistryView } from './registry/RegistryView';
import { createRegistrySource } from './registrySource';
import { createRouter } from './routes/createRouter';
import { scheduleTasks } from './scheduleTasks';
import { SourceRegistry } from './SourceRegistry';
import { DatabaseStatusStore } from './store';
import { TenantsView } from './tenants';

/**
 * Collects the status of tenants and serves it.
 *
 * @public
 */
export const tenantsPlugin = createBackendPlugin({
  pluginId: 'tenants',
  register(env) {
    const sources = new SourceRegistry();
    env.registerExtensionPoint(tenantsSourcesExtensionPoint, sources);

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
      },
      async init(services) {
        const settings = readTenantsConfig(services.config);
        const integrations = ScmIntegrations.fromConfig(services.config);
        const reader = createRegistryReader(services);
        const registry = new RegistryView({ ...services, reader });
        sources.addStatusSource(createRegistrySource({ registry }));
        const store = await DatabaseStatusStore.create(services.database);
        const engine = new StatusEngine({
          ...services,
          ...settings,
          sources: sources.statusSources,
          registry,
          store,
          change: new ChangeSignal(services),
        });
        const { collector } = engine;
        const tenants = new TenantsView({ registry, collector });
        const authorizedTenants = new AuthorizedTenants({
          ...services,
          tenants,
        });
        registerTenantResource(services.permissionsRegistry, tenants);
        services.httpRouter.use(
          await createRouter({
            ...services,
            engine,
            registry,
            store,
            tenants,
            authorizedTenants,
            gitOps: new GitOpsRequests({
              ...services,
              registry,
              engines: sources.gitOpsEngines,
              authorizer: new GitOpsAuthorizer({
                ...services,
                tenants,
                authorizedTenants,
              }),
            }),
            metrics: new CachedMetrics({ source: sources.metricsSource }),
            previewer: new ChangePreviewer({
              ...services,
              integrations,
              reader,
            }),
          }),
        );
        await engine.start();
        services.lifecycle.addShutdownHook(() => engine.stop());
        await scheduleTasks({
          ...services,
          ...settings,
          registry,
          collector,
          store,
        });
        await subscribeToPushEvents({
          ...services,
          id: 'tenants-registry',
          listener: () => registry.refresh(),
        });
      },
    });
  },
});
