import {
  HealthPart,
  rollUpHealth,
  TenantDescriptor,
  TenantEnvironmentStatus,
  TenantStatus,
} from '@tenantry/plugin-tenants-common';

/** What is needed of an environment to tell how its tenant is. */
type Part = HealthPart &
  Pick<TenantEnvironmentStatus, 'environment' | 'order' | 'since'>;

/** A tenant with as much of its environments as is at hand. */
export interface AssembledTenant<T> extends Omit<TenantStatus, 'environments'> {
  environments: T[];
}

/**
 * A tenant with its environments, in promotion order; the worst of them decides its health.
 */
export function assembleTenant<T extends Part>(
  { metadata, spec }: TenantDescriptor,
  environments: readonly T[],
): AssembledTenant<T> {
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
