import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
  ResourcePermission,
  isPermission,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  RESOURCE_TYPE_TENANT,
  tenantChangePermission,
  tenantReadPermission,
  tenantSyncPermission,
} from '@tenantry/plugin-tenants-common';
import {
  createTenantConditionalDecision,
  tenantConditions,
} from '@tenantry/plugin-tenants-node';
import { catalogDecision } from './catalogDecision';
import { scaffolderDecision } from './scaffolderDecision';

/** Somebody who is no operator. */
export interface Client {
  userEntityRef: string;
  /** Full entity refs of the groups that the client is in; at least one. */
  groups: string[];
  /** Whether clients may have their own tenants synced. */
  maySync: boolean;
}

/**
 * Decides for somebody who is no operator: they may read and change what their groups own, run the
 * forms that the operators opened to clients, and nothing else. A permission that is not named here
 * is denied.
 *
 * Ownership of tenants is what the registry says; no annotation counts, so that none can widen what
 * a client sees.
 */
export function clientDecision(
  permission: Permission,
  client: Client,
): PolicyDecision {
  if (isTenantPermission(permission, client)) {
    return createTenantConditionalDecision(
      permission,
      tenantConditions.isOwner({ owners: client.groups }),
    );
  }
  return (
    catalogDecision(permission, client) ??
    scaffolderDecision(permission, client) ?? { result: AuthorizeResult.DENY }
  );
}

function isTenantPermission(
  permission: Permission,
  { maySync }: Client,
): permission is ResourcePermission<typeof RESOURCE_TYPE_TENANT> {
  const allowed = [
    tenantReadPermission,
    tenantChangePermission,
    ...(maySync ? [tenantSyncPermission] : []),
  ];
  return (
    isResourcePermission(permission, RESOURCE_TYPE_TENANT) &&
    allowed.some(each => isPermission(permission, each))
  );
}
