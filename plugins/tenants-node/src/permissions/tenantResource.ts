import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_TENANT } from '@tenantry/plugin-tenants-common';

/**
 * What the permission rules know of a tenant. It comes from the registry alone.
 *
 * @public
 */
export interface TenantResource {
  tenant: string;
  /** Entity ref of the owning group. */
  owner: string;
}

/**
 * What a permission rule asks of tenants when it is turned into a query.
 *
 * @public
 */
export interface TenantQuery {
  /** Entity refs, of which one has to own the tenant. */
  owners: string[];
}

/**
 * The tenant as a resource of the permission system; its resource refs are tenant names.
 *
 * @public
 */
export const tenantResourceRef = createPermissionResourceRef<
  TenantResource,
  TenantQuery
>().with({ pluginId: 'tenants', resourceType: RESOURCE_TYPE_TENANT });
