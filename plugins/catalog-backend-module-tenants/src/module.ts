import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  createRegistryReader,
  subscribeToPushEvents,
} from '@tenantry/plugin-tenants-node';
import {
  readEntityOptions,
  readMaximumRemovalShare,
  readOperatorLocations,
  readSchedule,
} from './config';
import { RegistryAuthorityProcessor } from './processor/RegistryAuthorityProcessor';
import { SystemDependenciesProcessor } from './processor/SystemDependenciesProcessor';
import { createCatalogState } from './provider/CatalogState';
import { TenantsEntityProvider } from './provider/TenantsEntityProvider';

/**
 * Registers the tenants, environments and clusters of the registry in the catalog.
 *
 * @public
 */
export const catalogModuleTenants = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'tenants',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init({ auth, catalog, config, events, processing, ...services }) {
        const { lifecycle, logger, scheduler, urlReader } = services;
        const reader = createRegistryReader({ config, urlReader });
        const registryUrl = reader.url;
        const schedule = readSchedule(config);
        readMaximumRemovalShare(config);
        const provider = new TenantsEntityProvider({
          reader,
          catalog: createCatalogState({ catalog, auth, registryUrl }),
          entityOptions: { registryUrl, ...readEntityOptions(config) },
          maximumRemovalShare: () => readMaximumRemovalShare(config),
          logger,
        });
        processing.addEntityProvider(provider);
        processing.addProcessor(
          new RegistryAuthorityProcessor({
            registryUrl,
            operatorLocations: readOperatorLocations(config),
          }),
        );
        processing.addProcessor(
          new SystemDependenciesProcessor({ registryUrl }),
        );
        // The provider asks the catalog, which answers once the backend is up. After a restart the
        // schedule alone would let it wait for its next turn. It logs its failures itself.
        lifecycle.addStartupHook(async () => {
          provider.refresh().catch(() => {});
          await scheduler.scheduleTask({
            ...schedule,
            id: 'tenants-registry',
            fn: signal => provider.refresh(signal),
          });
          await subscribeToPushEvents({
            events,
            id: 'tenants-registry',
            logger,
            listener: () => provider.refresh().catch(() => {}),
          });
        });
      },
    });
  },
});
