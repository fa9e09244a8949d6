import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  isHealth,
  type Health,
  type ListTenantsRequest,
} from '@tenantry/plugin-tenants-common';

/** Tenants on one page of the table. */
export const pageSize = 50;

/** What the fleet page shows; it lives in the URL, so that a view can be shared and comes back. */
export interface FleetFilters {
  q?: string;
  health: Health[];
  environment?: string;
  cluster?: string;
  /** Entity ref of the owning group. */
  owner?: string;
  /** Only tenants of which a version is behind. */
  behind?: boolean;
  /** Cursors of the pages passed through, the shown one last; empty on the first page. */
  cursors: string[];
}

/** Reads the filters from the URL and writes them there. */
export function useFleetFilters(): {
  filters: FleetFilters;
  setFilters: (changes: Partial<FleetFilters>) => void;
} {
  const [search, setSearch] = useSearchParams();
  const setFilters = useCallback(
    (changes: Partial<FleetFilters>) =>
      setSearch(
        current =>
          toSearchParams({
            ...fromSearchParams(current),
            cursors: [],
            ...changes,
          }),
        { replace: changes.cursors === undefined },
      ),
    [setSearch],
  );
  return { filters: fromSearchParams(search), setFilters };
}

/** The change that takes every filter away. */
export const noFilters: Partial<FleetFilters> = {
  q: undefined,
  health: [],
  environment: undefined,
  cluster: undefined,
  owner: undefined,
  behind: undefined,
};

/** Whether anything but paging is asked for. */
export function hasFilters(filters: FleetFilters): boolean {
  return [...toSearchParams({ ...filters, cursors: [] }).keys()].length > 0;
}

/** The question that the filters put to the backend. */
export function toRequest(filters: FleetFilters): ListTenantsRequest {
  return {
    q: filters.q,
    health: filters.health.length > 0 ? filters.health : undefined,
    environment: filters.environment,
    cluster: filters.cluster,
    owner: filters.owner,
    behind: filters.behind,
    cursor: filters.cursors.at(-1),
    limit: pageSize,
    order: 'health',
  };
}

function fromSearchParams(search: URLSearchParams): FleetFilters {
  return {
    q: search.get('q') ?? undefined,
    health: search.getAll('health').filter(isHealth),
    environment: search.get('environment') ?? undefined,
    cluster: search.get('cluster') ?? undefined,
    owner: search.get('owner') ?? undefined,
    behind: search.get('behind') === 'true' || undefined,
    cursors: search.getAll('cursor'),
  };
}

/** The filters as the search of an address of the fleet page. */
export function toSearchParams(
  filters: Partial<FleetFilters>,
): URLSearchParams {
  const { health = [], cursors = [], behind, ...texts } = filters;
  const search = new URLSearchParams();
  Object.entries(texts)
    .filter(([, text]) => text)
    .forEach(([name, text]) => search.set(name, text));
  if (behind) {
    search.set('behind', 'true');
  }
  health.forEach(one => search.append('health', one));
  cursors.forEach(cursor => search.append('cursor', cursor));
  return search;
}
