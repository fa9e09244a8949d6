import type { Entity } from '@backstage/catalog-model';
import { tenantName } from '../platform/fleet';
import { Requests } from './Requests';
import { View } from './runViewers';

/** The environments that every tenant of the fleet has. */
export const environments = ['devnet', 'testnet', 'mainnet'] as const;

/** The ways of looking at tenants that are compared. */
export interface Views {
  /** A tenant in all its environments, from the status engine. */
  tenant: View;
  /** The first page of the fleet, from the status engine. */
  fleet: View;
  /** Backstage's own read of one entity by its name. */
  catalogEntity: View;
  /**
   * The same tenant with stock plugins: for each environment the Kubernetes plugin, the
   * community's Argo CD plugin and Prometheus through the proxy.
   */
  stockTenant: View;
}

const stockQueries = [
  'daml_sequencer_client_traffic_control_extra_traffic_purchased',
  'splice_store_last_seen_record_time_ms',
  'daml_health_status',
  'pg_database_size_bytes',
];

/** Creates the views; each viewer looks at tenants in turn, so that none is always the same. */
export async function createViews(options: {
  requests: Requests;
  tenants: number;
}): Promise<Views> {
  const { requests, tenants } = options;
  let turn = 0;
  const nextTenant = () => {
    turn += 1;
    return tenantName((turn * 7919) % tenants);
  };
  const stockBodies = new Map<string, string>();
  const stockBody = async (name: string) => {
    const known = stockBodies.get(name);
    if (known) {
      return known;
    }
    const entity = await requests.json<Entity>(entityPath(name));
    const body = JSON.stringify({ entity, auth: {} });
    stockBodies.set(name, body);
    return body;
  };
  return {
    tenant: () => requests.get(tenantPath(nextTenant())),
    fleet: () => requests.get('/api/tenants/v1/tenants?limit=50'),
    catalogEntity: () => requests.get(entityPath(`${nextTenant()}-devnet`)),
    async stockTenant() {
      const tenant = nextTenant();
      const answers = await Promise.allSettled(
        environments.flatMap(environment => {
          const name = `${tenant}-${environment}`;
          return [
            stockBody(name).then(body =>
              requests.post(`/api/kubernetes/services/${name}`, body),
            ),
            requests.get(
              `/api/backstage-community-argocd/argoInstance/hub/applications/${name}?appNamespace=argocd`,
            ),
            ...stockQueries.map(query =>
              requests.get(
                `/api/proxy/prometheus/api/v1/query?query=${encodeURIComponent(
                  `${query}{namespace="${name}"}`,
                )}`,
              ),
            ),
          ];
        }),
      );
      return answers.reduce((sum, answer) => {
        if (answer.status === 'rejected') {
          throw answer.reason;
        }
        return sum + answer.value;
      }, 0);
    },
  };
}

/** Where the status engine answers about one tenant. */
export function tenantPath(name: string): string {
  return `/api/tenants/v1/tenants/${name}`;
}

function entityPath(name: string): string {
  return `/api/catalog/entities/by-name/system/default/${name}`;
}
