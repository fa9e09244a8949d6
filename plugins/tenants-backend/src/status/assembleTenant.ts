import {
  rollUpHealth,
  TenantDescriptor,
  TenantEnvironmentStatus,
  TenantStatus,
} from '@tenantry/plugin-tenants-common';

/**
 * A tenant with its environments, in promotion order; the worst of them decides its health.
 */
export function assembleTenant(
  { metadata, spec }: TenantDescriptor,
  environments: readonly TenantEnvironmentStatus[],
): TenantStatus {
  const sorted = [...environments].sort(
    (left, right) =>
      left.order - right.order ||
      left.environment.localeCompare(right.environment),
  );
  const rollUp = rollUpHealth(
    sorted.map(({ environment, health, reason, message }) => ({
      health,
      reason,
      message: message && `${environment}: ${message}`,
    })),
  );
  const since = sorted.find(({ health }) => health === rollUp.health)?.since;
  return {
    name: metadata.name,
    title: spec.title,
    owner: `group:default/${spec.owner}`,
    contacts: spec.contacts,
    ...rollUp,
    ...(since && { since }),
    environments: sorted,
  };
}
