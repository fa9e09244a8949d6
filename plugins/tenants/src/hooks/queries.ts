import { useApi } from '@backstage/frontend-plugin-api';
import type {
  EnvironmentOption,
  ListTenantsRequest,
  ListTenantsResponse,
  MetricRange,
  Rollout,
  TenantEnvironmentDetails,
  TenantEnvironmentMetrics,
  TenantStatus,
} from '@tenantry/plugin-tenants-common';
import { tenantsApiRef } from '../api';
import { LiveQuery, useLiveQuery } from './useLiveQuery';
import { useLiveUpdates, usePollWhileVisible } from './useLiveUpdates';

/** One page of the fleet, live. */
export function useTenants(
  request: ListTenantsRequest,
): LiveQuery<ListTenantsResponse> {
  const api = useApi(tenantsApiRef);
  const query = useLiveQuery(JSON.stringify(request), signal =>
    api.listTenants(request, { signal }),
  );
  useLiveUpdates(query.refresh);
  return query;
}

/** One tenant with all its environments, live. */
export function useTenant(tenant: string): LiveQuery<TenantStatus> {
  const api = useApi(tenantsApiRef);
  const query = useLiveQuery(tenant, signal =>
    api.getTenant(tenant, { signal }),
  );
  useLiveUpdates(query.refresh);
  return query;
}

/** One tenant in one environment, in full, live. */
export function useTenantEnvironment(
  tenant: string,
  environment: string,
): LiveQuery<TenantEnvironmentDetails> {
  const api = useApi(tenantsApiRef);
  const query = useLiveQuery(`${tenant}/${environment}`, signal =>
    api.getTenantEnvironment(tenant, environment, { signal }),
  );
  useLiveUpdates(query.refresh);
  return query;
}

/** Range charts; a change of status does not make new points, so that only time refreshes them. */
export function useMetrics(
  tenant: string,
  environment: string,
  range: MetricRange,
): LiveQuery<TenantEnvironmentMetrics> {
  const api = useApi(tenantsApiRef);
  const query = useLiveQuery(`${tenant}/${environment}/${range}`, signal =>
    api.getMetrics(tenant, environment, range, { signal }),
  );
  usePollWhileVisible(query.refresh);
  return query;
}

/** The environments of the platform; they change so seldom that they are asked for once. */
export function useEnvironments(): LiveQuery<EnvironmentOption[]> {
  const api = useApi(tenantsApiRef);
  return useLiveQuery('environments', signal =>
    api.listEnvironments({ signal }).then(answer => answer.items),
  );
}

/** The last rollouts, live. */
export function useRollouts(): LiveQuery<Rollout[]> {
  const api = useApi(tenantsApiRef);
  const query = useLiveQuery('rollouts', signal =>
    api.listRollouts({ signal }).then(answer => answer.items),
  );
  useLiveUpdates(query.refresh);
  return query;
}
