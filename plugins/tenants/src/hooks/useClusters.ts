import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  tenantClusterReadPermission,
  type ListClustersResponse,
} from '@tenantry/plugin-tenants-common';
import { tenantsApiRef } from '../api';
import { LiveQuery, useLiveQuery } from './useLiveQuery';
import { useLiveUpdates } from './useLiveUpdates';

const maximumClusters = 200;

/** What may be known of the clusters; `denied` without asking the backend. */
export type ClustersAnswer =
  | { access: 'denied' }
  | ({ access: 'granted' } & ListClustersResponse);

/** The clusters and the state of the registry, live, for who may see them. */
export function useClusters(): LiveQuery<ClustersAnswer> {
  const api = useApi(tenantsApiRef);
  const { allowed, loading } = usePermission({
    permission: tenantClusterReadPermission,
  });
  const query = useLiveQuery<ClustersAnswer>(
    `clusters/${allowed}`,
    async signal =>
      allowed
        ? {
            access: 'granted',
            ...(await api.listClusters({ limit: maximumClusters }, { signal })),
          }
        : { access: 'denied' },
  );
  useLiveUpdates(query.refresh);
  return loading || query.isStale ? { ...query, data: undefined } : query;
}
