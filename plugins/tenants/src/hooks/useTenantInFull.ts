import { useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import type { TenantStatus } from '@tenantry/plugin-tenants-common';
import { tenantsApiRef } from '../api';
import { LiveQuery, useLiveQuery } from './useLiveQuery';
import { useLiveUpdates } from './useLiveUpdates';

/**
 * One tenant with the environment that the URL names in full, or else with the one that was worst
 * off at first sight, live. Another tenant needs another component.
 */
export function useTenantInFull(tenant: string): LiveQuery<TenantStatus> {
  const api = useApi(tenantsApiRef);
  const [search] = useSearchParams();
  const wanted = search.get('environment') ?? undefined;
  // Chosen once: a tab that changes by itself under the reader's hands would be worse.
  const first = useRef<string>();
  const query = useLiveQuery(`${tenant}/${wanted}`, async signal => {
    const environment = wanted ?? first.current;
    const answer = await api.getTenantInFull(tenant, environment, { signal });
    first.current ??= answer.details?.environment;
    return answer;
  });
  useLiveUpdates(query.refresh);
  // What is known in short holds whichever environment is asked for, also when asking fails.
  const known = useRef<TenantStatus>();
  known.current = query.data ?? known.current;
  return { ...query, data: known.current };
}
