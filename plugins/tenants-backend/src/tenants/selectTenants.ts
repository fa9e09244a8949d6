import {
  Health,
  healthOrder,
  ListTenantsRequest,
} from '@tenantry/plugin-tenants-common';
import { IndexedTenant } from './TenantsIndex';
import { KnownTenant } from './TenantsView';

/** The tenants that a request asks for, in no order. */
export interface SelectedTenants {
  tenants: KnownTenant[];
  /** As in `ListTenantsResponse`. */
  healthCounts: Record<Health, number>;
}

type Filter = (tenant: KnownTenant) => boolean;

/** Applies the filters of a request to the tenants that the caller may see. */
export function selectTenants(
  tenants: readonly KnownTenant[],
  request: ListTenantsRequest,
  indexed: (
    tenant: KnownTenant,
  ) => Pick<IndexedTenant, 'searchText' | 'isBehind'>,
): SelectedTenants {
  const { health, owner, behind, q = '' } = request;
  const names = request.names && new Set(request.names);
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const filters: Filter[] = [
    ({ name }) => !names || names.has(name),
    tenant => isPlaced(tenant, request),
    tenant => !owner || tenant.owner === owner.toLowerCase(),
    tenant => behind === undefined || indexed(tenant).isBehind === behind,
    tenant => words.length === 0 || holdsAll(indexed(tenant).searchText, words),
  ];
  const matching = tenants.filter(tenant =>
    filters.every(matches => matches(tenant)),
  );
  return {
    tenants: health?.length
      ? matching.filter(tenant => health.includes(tenant.health))
      : matching,
    healthCounts: countHealths(matching),
  };
}

function isPlaced(
  tenant: KnownTenant,
  { environment, cluster }: ListTenantsRequest,
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

function countHealths(tenants: readonly KnownTenant[]): Record<Health, number> {
  const counts = Object.fromEntries(
    healthOrder.map(health => [health, 0]),
  ) as Record<Health, number>;
  tenants.forEach(({ health }) => counts[health]++);
  return counts;
}
