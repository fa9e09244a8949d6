import DataLoader from 'dataloader';
import type {
  TenantsApi,
  TenantSummary,
} from '@tenantry/plugin-tenants-common';

/** As many as the backend answers about at once. */
const maximumNames = 100;

type TenantLoader = DataLoader<string, TenantSummary | undefined>;

const loaders = new WeakMap<TenantsApi, TenantLoader>();

/**
 * Loads tenants by name; those that are asked for in the same moment are asked for together. A
 * tenant that is not there, or that the caller may not see, is `undefined`.
 */
export function tenantLoader(api: TenantsApi): TenantLoader {
  const loader = loaders.get(api) ?? createLoader(api);
  loaders.set(api, loader);
  return loader;
}

function createLoader(api: TenantsApi): TenantLoader {
  return new DataLoader(
    async names => {
      const { items } = await api.listTenants({
        names: [...new Set(names)],
        limit: maximumNames,
      });
      return names.map(name => items.find(tenant => tenant.name === name));
    },
    // A health is true for a moment only.
    { cache: false, maxBatchSize: maximumNames },
  );
}
