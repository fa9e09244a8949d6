import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { searchModuleTenantSearch } from './module';
import { searchIndexServiceFactory } from './searchIndexService';

/**
 * The engine and the service that tells it which permission guards which type of documents. They
 * come together, because neither is of use without the other.
 *
 * @public
 */
export const searchTenantSearch = createBackendFeatureLoader({
  loader: () => [searchModuleTenantSearch, searchIndexServiceFactory],
});
