import type { TenantSummary } from '@tenantry/plugin-tenants-common';

/**
 * The environments that the tenants are in, in promotion order: each tenant lists its own in that
 * order, so one that is new is placed behind the one before it.
 */
export function environmentColumns(
  tenants: readonly TenantSummary[],
): string[] {
  const columns: string[] = [];
  for (const tenant of tenants) {
    let position = 0;
    for (const { environment } of tenant.environments) {
      const known = columns.indexOf(environment);
      if (known < 0) {
        columns.splice(position, 0, environment);
      }
      position = (known < 0 ? position : known) + 1;
    }
  }
  return columns;
}
