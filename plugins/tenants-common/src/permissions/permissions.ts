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
 * Ask the GitOps engine to sync a tenant environment.
 *
 * @public
 */
export const tenantSyncPermission = createPermission({
  name: 'tenant.sync',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TENANT,
});

/**
 * Propose changes of tenants by form, and preview them.
 *
 * @public
 */
export const tenantChangePermission = createPermission({
  name: 'tenant.change',
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
  tenantChangePermission,
  tenantRolloutPermission,
  tenantClusterReadPermission,
];
