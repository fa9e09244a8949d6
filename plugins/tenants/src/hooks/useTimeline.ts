import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  TimelineRequest,
  TimelineResponse,
} from '@tenantry/plugin-tenants-common';
import { tenantsApiRef } from '../api';
import { LiveQuery, useLiveQuery } from './useLiveQuery';
import { useLiveUpdates } from './useLiveUpdates';

const pageSize = 20;
const maximumSize = 200;

/** What is known of a timeline, and the way to its older part. */
export interface TimelineQuery {
  query: LiveQuery<TimelineResponse>;
  /** Absent when there is no more. */
  showOlder?: () => void;
}

/** What happened to a tenant, newest first, live. */
export function useTimeline(
  tenant: string,
  filters: Pick<TimelineRequest, 'type' | 'environment'>,
): TimelineQuery {
  const api = useApi(tenantsApiRef);
  const [limit, setLimit] = useState(pageSize);
  const query = useLiveQuery(JSON.stringify([tenant, limit, filters]), signal =>
    api.getTimeline(tenant, { ...filters, limit }, { signal }),
  );
  useLiveUpdates(query.refresh);
  const hasOlder = query.data?.nextCursor !== undefined && limit < maximumSize;
  return {
    query,
    ...(hasOlder ? { showOlder: () => setLimit(nextSize) } : {}),
  };
}

/** One longer page instead of many joined ones, so that a refresh renews all that is shown. */
function nextSize(limit: number): number {
  return Math.min(limit * 2, maximumSize);
}
