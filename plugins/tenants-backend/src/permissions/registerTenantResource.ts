import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { tenantPermissions } from '@tenantry/plugin-tenants-common';
import { isOwner, tenantResourceRef } from '@tenantry/plugin-tenants-node';
import { TenantsView } from '../tenants';

/** Makes tenants known to the permission system, as the registry has them. */
export function registerTenantResource(
  permissionsRegistry: PermissionsRegistryService,
  tenants: TenantsView,
): void {
  permissionsRegistry.addResourceType({
    resourceRef: tenantResourceRef,
    permissions: tenantPermissions,
    rules: [isOwner],
    getResources: async names =>
      names.map(tenant => {
        const owner = tenants.ownerOf(tenant);
        return owner ? { tenant, owner } : undefined;
      }),
  });
}
