import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { searchEngineRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
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
        database: coreServices.database,
        engines: searchEngineRegistryExtensionPoint,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
      },
      async init({ auth, catalog, database, engines, logger, permissions }) {
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
