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

/** Whether anything but paging is asked for. */
export function hasFilters(filters: FleetFilters): boolean {
  return Boolean(filters.q || filters.environment || filters.health.length > 0);
}

/** The question that the filters put to the backend. */
export function toRequest(filters: FleetFilters): ListTenantsRequest {
  return {
    q: filters.q,
    health: filters.health.length > 0 ? filters.health : undefined,
    environment: filters.environment,
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
    cursors: search.getAll('cursor'),
  };
}

function toSearchParams(filters: FleetFilters): URLSearchParams {
  const search = new URLSearchParams();
  if (filters.q) {
    search.set('q', filters.q);
  }
  if (filters.environment) {
    search.set('environment', filters.environment);
  }
  filters.health.forEach(health => search.append('health', health));
  filters.cursors.forEach(cursor => search.append('cursor', cursor));
  return search;
}
