import { TenantBinding } from '@tenantry/plugin-tenants-node';
import {
  AlertsClient,
  createAlertsClient,
  createPrometheusClient,
  PrometheusClient,
} from './client';
import { MetricsServer } from './config';

/** A server that can be asked, and what it can be asked about. */
export interface ConnectedServer {
  /** Name in reports on connectivity; never that of a cluster. */
  name: string;
  metrics: PrometheusClient;
  /** Absent where nobody is to ask for alerts. */
  alerts?: AlertsClient;
  /** Whether it has the series of a tenant environment. */
  has(binding: Pick<TenantBinding, 'cluster'>): boolean;
}

/** Makes the servers of the configuration ready to be asked. */
export function connectServers(
  servers: readonly MetricsServer[],
  timeoutMs: number,
): ConnectedServer[] {
  const claimed = new Set(servers.flatMap(({ clusters }) => clusters ?? []));
  return servers.map(({ name, url, headers, clusters, alerts }) => ({
    name: servers.length > 1 ? `prometheus/${name}` : name,
    metrics: createPrometheusClient({ url, headers, timeoutMs }),
    ...(alerts && { alerts: createAlertsClient({ ...alerts, timeoutMs }) }),
    has: ({ cluster }) =>
      clusters ? clusters.includes(cluster) : !claimed.has(cluster),
  }));
}

/** Says that the configuration names no server for a cluster. */
export function noServerFor(cluster: string): string {
  return `No server of tenants.prometheus.servers has the metrics of the cluster "${cluster}"; add it to the clusters of one.`;
}
