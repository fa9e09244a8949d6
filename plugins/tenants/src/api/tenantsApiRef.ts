import { createApiRef } from '@backstage/frontend-plugin-api';
import type { TenantsApi } from '@tenantry/plugin-tenants-common';

/**
 * The tenants backend, asked as the signed-in user.
 *
 * @public
 */
export const tenantsApiRef = createApiRef<TenantsApi>().with({
  id: 'plugin.tenants.client',
  pluginId: 'tenants',
});
