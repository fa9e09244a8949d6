import {
  Health,
  healthOrder,
  ListTenantsRequest,
  TenantStatus,
} from '@tenantry/plugin-tenants-common';

/** The tenants that a request asks for, in no order. */
export interface SelectedTenants {
  tenants: TenantStatus[];
  /** As in `ListTenantsResponse`. */
  healthCounts: Record<Health, number>;
}

/** Applies the filters of a request to the tenants that the caller may see. */
export function selectTenants(
  tenants: readonly TenantStatus[],
  request: ListTenantsRequest,
  searchText: (tenant: TenantStatus) => string,
): SelectedTenants {
  const { health, environment, cluster, q = '' } = request;
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = tenants.filter(
    tenant =>
      isPlaced(tenant, environment, cluster) &&
      (words.length === 0 || holdsAll(searchText(tenant), words)),
  );
  return {
    tenants: health?.length
      ? matching.filter(tenant => health.includes(tenant.health))
      : matching,
    healthCounts: countHealths(matching),
  };
}

function isPlaced(
  tenant: TenantStatus,
  environment: string | undefined,
  cluster: string | undefined,
): boolean {
  return (
    (!environment && !cluster) ||
    tenant.environments.some(
      place =>
        (!environment || place.environment === environment) &&
        (!cluster || place.cluster === cluster),
    )
  );
}

function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every(word => text.includes(word));
}

function countHealths(
  tenants: readonly TenantStatus[],
): Record<Health, number> {
  const counts = Object.fromEntries(
    healthOrder.map(health => [health, 0]),
  ) as Record<Health, number>;
  tenants.forEach(({ health }) => counts[health]++);
  return counts;
}
