import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { searchEngineRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { createRateLimit } from '@tenantry/rate-limits';
import { Router } from 'express';
import { AccessDecider, createAccessModels } from './access';
import { migrateDatabase, DocumentReader, DocumentWriter } from './store';
import { TenantSearchEngine } from './TenantSearchEngine';

/** Makes the search backend use the engine. */
export const searchModuleTenantSearch = createBackendModule({
  pluginId: 'search',
  moduleId: 'tenant-search',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        engines: searchEngineRegistryExtensionPoint,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
      },
      async init(services) {
        const { auth, catalog, database, engines, logger, permissions } =
          services;
        services.httpRouter.use(
          Router().get('/query', createRateLimit(services, 'search', 300)),
        );
        await migrateDatabase(database);
        const knex = await database.getClient();
        const models = createAccessModels({ auth, catalog });
        engines.setSearchEngine(
          new TenantSearchEngine({
            access: new AccessDecider({ permissions, models }),
            models,
            reader: new DocumentReader(knex),
            writer: new DocumentWriter(knex),
            auth,
            logger,
          }),
        );
      },
    });
  },
});
