import type { TenantSummary } from '@tenantry/plugin-tenants-common';

/**
 * The environments that the tenants are in: those of the platform in promotion order, then any
 * that the platform did not name, as they come.
 *
 * @param known - names of the platform's environments in promotion order; empty while unknown
 */
export function environmentColumns(
  tenants: readonly TenantSummary[],
  known: readonly string[],
): string[] {
  const inUse = new Set(
    tenants.flatMap(tenant =>
      tenant.environments.map(({ environment }) => environment),
    ),
  );
  const others = [...inUse].filter(name => !known.includes(name));
  return [...known.filter(name => inUse.has(name)), ...others];
}
