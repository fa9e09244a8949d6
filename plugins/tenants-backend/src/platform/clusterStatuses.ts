import {
  ClusterDescriptor,
  ClusterStatus,
} from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';
import { ServerState } from '../collector';

/**
 * Whether each cluster of the registry can be observed. One source that cannot is enough for a
 * cluster to count as disconnected.
 */
export function clusterStatuses(
  registry: Registry,
  servers: readonly ServerState[],
): ClusterStatus[] {
  const tenantEnvironments = [...registry.tenantEnvironments.values()];
  return [...registry.clusters.values()]
    .map(({ descriptor }) => ({
      ...clusterStatus(
        descriptor,
        servers.filter(({ server }) => server === descriptor.metadata.name),
      ),
      tenantEnvironments: tenantEnvironments.filter(
        entry => entry.descriptor.spec.cluster === descriptor.metadata.name,
      ).length,
    }))
    .sort((left, right) => left.name.localeCompare(right.name));
}

function clusterStatus(
  { metadata, spec }: ClusterDescriptor,
  servers: readonly ServerState[],
): Omit<ClusterStatus, 'tenantEnvironments'> {
  const lost = servers.find(({ connected }) => !connected);
  const observedAt = servers
    .flatMap(({ answeredAt }) => answeredAt ?? [])
    .sort()
    .at(0);
  return {
    name: metadata.name,
    role: spec.role,
    environments: spec.environments,
    connectivity: connectivityOf(servers),
    ...(lost?.message && { message: lost.message }),
    ...(observedAt && { observedAt }),
  };
}

function connectivityOf(
  servers: readonly ServerState[],
): ClusterStatus['connectivity'] {
  if (servers.length === 0) {
    return 'Unknown';
  }
  return servers.every(({ connected }) => connected)
    ? 'Connected'
    : 'Disconnected';
}
