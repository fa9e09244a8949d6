import {
  ClusterDescriptor,
  ClusterStatus,
  SourceStatus,
} from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';
import { HeardServer } from '../collector';

export interface ClusterStatusesOptions {
  registry: Registry;
  servers: readonly HeardServer[];
  /** The replica that observes a server. */
  replicaOf(server: HeardServer): string | undefined;
}

/**
 * Whether each cluster of the registry can be observed, by name. One source that cannot is enough
 * for a cluster to count as disconnected.
 */
export function clusterStatuses(
  options: ClusterStatusesOptions,
): ClusterStatus[] {
  const { registry, servers } = options;
  const places = [...registry.tenantEnvironments.values()].map(
    ({ descriptor }) => descriptor.spec,
  );
  return [...registry.clusters.values()]
    .map(({ descriptor }) => {
      const { name } = descriptor.metadata;
      const here = places.filter(({ cluster }) => cluster === name);
      const sources = servers
        .filter(({ server }) => server === name)
        .map(server => sourceStatus(server, options))
        .sort(bySource);
      return {
        ...clusterStatus(descriptor, sources),
        tenantEnvironments: here.length,
        tenants: new Set(here.map(({ tenant }) => tenant)).size,
        sources,
      };
    })
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** The servers that are no cluster of the registry, for example of metrics. */
export function otherServers(options: ClusterStatusesOptions): SourceStatus[] {
  return options.servers
    .filter(({ server }) => !options.registry.clusters.has(server))
    .map(server => sourceStatus(server, options))
    .sort(bySource);
}

function sourceStatus(
  server: HeardServer,
  { replicaOf }: ClusterStatusesOptions,
): SourceStatus {
  const { source, connected, message, answeredAt, statistics } = server;
  const replica = replicaOf(server);
  return {
    source,
    server: server.server,
    connected,
    ...(message && { message }),
    ...(answeredAt && { observedAt: answeredAt }),
    ...(replica && { replica }),
    ...statistics,
    tenantEnvironments: server.affected.length,
  };
}

function bySource(left: SourceStatus, right: SourceStatus): number {
  return (
    left.source.localeCompare(right.source) ||
    left.server.localeCompare(right.server)
  );
}

function clusterStatus(
  { metadata, spec }: ClusterDescriptor,
  sources: readonly SourceStatus[],
): Omit<ClusterStatus, 'tenantEnvironments' | 'tenants' | 'sources'> {
  const lost = sources.find(({ connected }) => !connected);
  const observedAt = sources
    .flatMap(source => source.observedAt ?? [])
    .sort()
    .at(0);
  return {
    name: metadata.name,
    role: spec.role,
    environments: spec.environments,
    connectivity: connectivityOf(sources),
    ...(lost?.message && { message: lost.message }),
    ...(observedAt && { observedAt }),
  };
}

function connectivityOf(
  sources: readonly SourceStatus[],
): ClusterStatus['connectivity'] {
  if (sources.length === 0) {
    return 'Unknown';
  }
  return sources.every(({ connected }) => connected)
    ? 'Connected'
    : 'Disconnected';
}
