import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { TimelineRequest } from '@tenantry/plugin-tenants-common';
import {
  timelineKindNames,
  timelineKinds,
  type TimelineKind,
} from './timelineKinds';

/** What of a timeline is shown; it lives in the URL, so that a view can be shared and comes back. */
export interface TimelineFilters {
  /** All of them while none is chosen. */
  kinds: TimelineKind[];
  /** All of them while none is chosen. */
  environment?: string;
}

const kindParameter = 'events';
// The page itself uses `environment` for the one whose status is shown.
const environmentParameter = 'events-in';

/** Reads the filters from the URL and writes them there. */
export function useTimelineFilters(): {
  filters: TimelineFilters;
  setFilters: (filters: TimelineFilters) => void;
} {
  const [search, setSearch] = useSearchParams();
  const setFilters = useCallback(
    (filters: TimelineFilters) =>
      setSearch(current => withFilters(current, filters), { replace: true }),
    [setSearch],
  );
  return { filters: filtersOf(search), setFilters };
}

/** The question that the filters put to the backend. */
export function toRequest(filters: TimelineFilters): TimelineRequest {
  const { kinds, environment } = filters;
  return {
    ...(kinds.length > 0 && {
      type: kinds.flatMap(kind => [...timelineKinds[kind]]),
    }),
    ...(environment && { environment }),
  };
}

function filtersOf(search: URLSearchParams): TimelineFilters {
  const chosen = search.getAll(kindParameter);
  return {
    kinds: timelineKindNames.filter(kind => chosen.includes(kind)),
    environment: search.get(environmentParameter) ?? undefined,
  };
}

function withFilters(
  current: URLSearchParams,
  { kinds, environment }: TimelineFilters,
): URLSearchParams {
  const search = new URLSearchParams(current);
  search.delete(kindParameter);
  search.delete(environmentParameter);
  kinds.forEach(kind => search.append(kindParameter, kind));
  if (environment) {
    search.set(environmentParameter, environment);
  }
  return search;
}
