import {
  TenantEnvironmentStatus,
  TenantEnvironmentSummary,
  TenantSummary,
} from '@tenantry/plugin-tenants-common';
import { AssembledTenant } from './assembleTenant';

/** What the registry says of the versions of a tenant environment. */
export type VersionsSummary = Pick<
  TenantEnvironmentSummary,
  'versions' | 'templateVersion' | 'behind'
>;

type Environment = Pick<
  TenantEnvironmentStatus,
  keyof Omit<TenantEnvironmentSummary, keyof VersionsSummary>
>;

/** The row of the fleet page for a tenant. */
export function summarizeTenant(
  tenant: AssembledTenant<Environment>,
  versionsOf: (status: Environment) => VersionsSummary,
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
  status: Environment,
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
