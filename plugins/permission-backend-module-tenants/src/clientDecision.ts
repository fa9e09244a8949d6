import { parseEntityRef } from '@backstage/catalog-model';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  Permission,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
  isPermission,
} from '@backstage/plugin-permission-common';
import {
  tenantReadPermission,
  tenantSyncPermission,
} from '@tenantry/plugin-tenants-common';
import {
  createTenantConditionalDecision,
  tenantConditions,
} from '@tenantry/plugin-tenants-node';

/**
 * Decides for somebody who is no operator: they may read what their groups own, and have it synced
 * where `maySync` says so, and nothing else.
 *
 * Ownership of tenants is what the registry says. Ownership in the catalog is the entity's
 * `ownedBy` relation, which the entity provider sets from the registry; no annotation counts, so
 * that none can widen what a client sees.
 *
 * @param groups - Full entity refs of the groups of the caller.
 */
export function clientDecision(
  permission: Permission,
  groups: string[],
  options: { maySync: boolean },
): PolicyDecision {
  if (groups.length === 0) {
    return { result: AuthorizeResult.DENY };
  }
  if (
    isPermission(permission, tenantReadPermission) ||
    (options.maySync && isPermission(permission, tenantSyncPermission))
  ) {
    return createTenantConditionalDecision(
      permission,
      tenantConditions.isOwner({ owners: groups }),
    );
  }
  if (isPermission(permission, catalogEntityReadPermission)) {
    return createCatalogConditionalDecision(permission, {
      anyOf: [
        catalogConditions.isEntityOwner({ claims: groups }),
        ...groups.map(isGroup),
      ],
    });
  }
  return { result: AuthorizeResult.DENY };
}

/** A group does not own itself: its members see it by its name. */
function isGroup(
  entityRef: string,
): PermissionCriteria<PermissionCondition<'catalog-entity'>> {
  const { namespace, name } = parseEntityRef(entityRef);
  return {
    allOf: [
      catalogConditions.isEntityKind({ kinds: ['Group'] }),
      catalogConditions.hasMetadata({ key: 'namespace', value: namespace }),
      catalogConditions.hasMetadata({ key: 'name', value: name }),
    ],
  };
}
