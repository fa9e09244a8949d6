import {
  ClusterConnection,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import { ApplicationProjection } from './Application';

/** The hub as Argo CD itself calls it. */
const inCluster = 'in-cluster';
const inClusterServer = 'https://kubernetes.default.svc';

/**
 * Says in which way an Application is about another place than the binding; `undefined` when it is
 * about the same. One that is must not speak for the tenant.
 */
export function explainMismatch(
  { destination }: ApplicationProjection,
  binding: TenantBinding,
  connections: ReadonlyMap<string, ClusterConnection>,
): string | undefined {
  const { namespace } = destination;
  if (namespace !== binding.namespace) {
    return `It deploys to the namespace "${
      namespace ?? ''
    }", but the registry says "${binding.namespace}".`;
  }
  const cluster = clusterOf(destination, binding, connections);
  return cluster === binding.cluster
    ? undefined
    : `It deploys to the cluster "${cluster}", but the registry says "${binding.cluster}".`;
}

/** The cluster of the registry that a destination means, or what the destination says. */
function clusterOf(
  { name, server }: ApplicationProjection['destination'],
  binding: TenantBinding,
  connections: ReadonlyMap<string, ClusterConnection>,
): string {
  if (name === inCluster || (!name && server === inClusterServer)) {
    return binding.application.cluster;
  }
  if (name) {
    return name;
  }
  const address = server?.replace(/\/+$/, '') ?? '';
  const known = [...connections.values()].find(({ url }) => url === address);
  return known?.name ?? address;
}
