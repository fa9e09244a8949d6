import {
  TenantEnvironmentStatus,
  TenantEnvironmentSummary,
  TenantStatus,
  TenantSummary,
} from '@tenantry/plugin-tenants-common';

/** What the registry says of the versions of a tenant environment. */
export type VersionsSummary = Pick<
  TenantEnvironmentSummary,
  'versions' | 'templateVersion' | 'behind'
>;

/** The row of the fleet page for a tenant. */
export function summarizeTenant(
  tenant: TenantStatus,
  versionsOf: (status: TenantEnvironmentStatus) => VersionsSummary,
): TenantSummary {
  const { name, title, owner, health, reason, message } = tenant;
  return {
    name,
    title,
    owner,
    health,
    ...(reason && { reason }),
    ...(message && { message }),
    environments: tenant.environments.map(status => ({
      ...summarizeEnvironment(status),
      ...versionsOf(status),
    })),
  };
}

function summarizeEnvironment(
  status: TenantEnvironmentStatus,
): Omit<TenantEnvironmentSummary, keyof VersionsSummary> {
  const { environment, cluster, namespace, health, sync } = status;
  const { reason, message, observedAt } = status;
  return {
    environment,
    cluster,
    namespace,
    health,
    sync,
    ...(reason && { reason }),
    ...(message && { message }),
    ...(observedAt && { observedAt }),
  };
}
