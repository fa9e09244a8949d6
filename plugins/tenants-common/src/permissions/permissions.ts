import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource type of everything that belongs to one tenant.
 *
 * @public
 */
export const RESOURCE_TYPE_TENANT = 'tenant';

/**
 * See a tenant's status, metrics and timeline.
 *
 * @public
 */
export const tenantReadPermission = createPermission({
  name: 'tenant.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_TENANT,
});

/**
 * Have the GitOps engine apply what Git says to a tenant environment, or look at it again.
 *
 * @public
 */
export const tenantSyncPermission = createPermission({
  name: 'tenant.sync',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TENANT,
});

/**
 * Have the GitOps engine apply an earlier deployment of a tenant environment again.
 *
 * @public
 */
export const tenantRollbackPermission = createPermission({
  name: 'tenant.rollback',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TENANT,
});

/**
 * Tell the GitOps engine to leave a tenant environment alone, and to take it up again.
 *
 * @public
 */
export const tenantSuspendPermission = createPermission({
  name: 'tenant.suspend',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TENANT,
});

/**
 * Propose changes of a tenant by form, and preview them.
 *
 * @public
 */
export const tenantChangePermission = createPermission({
  name: 'tenant.change',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TENANT,
});

/**
 * Propose tenants that are not there yet. They are no resource that a condition could look at.
 *
 * @public
 */
export const tenantCreatePermission = createPermission({
  name: 'tenant.create',
  attributes: { action: 'create' },
});

/**
 * See, start and steer rollouts, which change many tenants wave after wave.
 *
 * @public
 */
export const tenantRolloutPermission = createPermission({
  name: 'tenant.rollout',
  attributes: { action: 'create' },
});

/**
 * See clusters and their connectivity.
 *
 * @public
 */
export const tenantClusterReadPermission = createPermission({
  name: 'tenant.cluster.read',
  attributes: { action: 'read' },
});

/** @public */
export const tenantPermissions = [
  tenantReadPermission,
  tenantSyncPermission,
  tenantRollbackPermission,
  tenantSuspendPermission,
  tenantChangePermission,
  tenantCreatePermission,
  tenantRolloutPermission,
  tenantClusterReadPermission,
];
