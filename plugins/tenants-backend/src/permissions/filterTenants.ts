import {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_TENANT } from '@tenantry/plugin-tenants-common';
import { tenantResourceRef } from '@tenantry/plugin-tenants-node';
import { TenantsView } from '../tenants';

/** What decides about tenants. */
export interface TenantDecisions {
  tenants: Pick<TenantsView, 'ownerOf'>;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}

/** What one caller may, with one permission. */
export interface AllowedTenants {
  /** What was decided before any tenant was looked at. */
  result: AuthorizeResult;
  /** Whether it is allowed for a tenant; never for one that the registry does not have. */
  includes(tenant: string): boolean;
}

/** Asks once, with the caller's credentials; the owners are those of the registry. */
export async function filterTenants(
  permission: ResourcePermission<typeof RESOURCE_TYPE_TENANT>,
  credentials: BackstageCredentials,
  { tenants, permissions, permissionsRegistry }: TenantDecisions,
): Promise<AllowedTenants> {
  const [decision] = await permissions.authorizeConditional([{ permission }], {
    credentials,
  });
  const isAllowed = createConditionAuthorizer(
    permissionsRegistry.getPermissionRuleset(tenantResourceRef),
  );
  return {
    result: decision.result,
    includes(tenant) {
      const owner = tenants.ownerOf(tenant);
      return owner !== undefined && isAllowed(decision, { tenant, owner });
    },
  };
}
