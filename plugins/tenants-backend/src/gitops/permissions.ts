import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  GitOpsAction,
  RESOURCE_TYPE_TENANT,
  tenantRollbackPermission,
  tenantSuspendPermission,
  tenantSyncPermission,
} from '@tenantry/plugin-tenants-common';

/** What a caller needs for each request. */
export const permissionFor: Readonly<
  Record<GitOpsAction, ResourcePermission<typeof RESOURCE_TYPE_TENANT>>
> = {
  sync: tenantSyncPermission,
  refresh: tenantSyncPermission,
  rollback: tenantRollbackPermission,
  suspend: tenantSuspendPermission,
  resume: tenantSuspendPermission,
};
