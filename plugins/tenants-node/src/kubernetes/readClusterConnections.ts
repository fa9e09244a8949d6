import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readFileSync } from 'node:fs';

/**
 * How to reach the API server of a cluster, and as whom.
 *
 * @public
 */
export interface ClusterConnection {
  /** The same as in the registry. */
  name: string;
  url: string;
  /** Never to be logged. */
  token: string;
  /** PEM bundle; the system's authorities when absent. */
  certificateAuthority?: string;
  /** Only for this one server. */
  skipTlsVerify: boolean;
}

/**
 * Reads the clusters with a service account from the standard `kubernetes` section, so that one
 * configuration serves the stock plugin and this one. Clusters of other auth providers are left
 * out: what they need comes with a viewer, and status is observed without one.
 *
 * @throws InputError when two clusters have the same name.
 * @throws Error of the configuration, naming the key, when a field is missing.
 * @public
 */
export function readClusterConnections(
  config: Config,
): ReadonlyMap<string, ClusterConnection> {
  const connections = new Map<string, ClusterConnection>();
  for (const cluster of clusterConfigs(config)) {
    const name = cluster.getString('name');
    if (connections.has(name)) {
      throw new InputError(
        `The cluster "${name}" occurs twice in kubernetes.clusterLocatorMethods.`,
      );
    }
    if (usesServiceAccount(cluster)) {
      connections.set(name, readConnection(name, cluster));
    }
  }
  return connections;
}

function clusterConfigs(config: Config): Config[] {
  return (
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? []
  )
    .filter(method => method.getString('type') === 'config')
    .flatMap(method => method.getConfigArray('clusters'));
}

function usesServiceAccount(cluster: Config): boolean {
  return (
    cluster.getOptionalString('authProvider') === 'serviceAccount' &&
    cluster.has('serviceAccountToken')
  );
}

function readConnection(name: string, cluster: Config): ClusterConnection {
  const caData = cluster.getOptionalString('caData');
  const caFile = cluster.getOptionalString('caFile');
  return {
    name,
    url: cluster.getString('url').replace(/\/+$/, ''),
    token: cluster.getString('serviceAccountToken'),
    certificateAuthority: caData
      ? Buffer.from(caData, 'base64').toString('utf8')
      : caFile && readFileSync(caFile, 'utf8'),
    skipTlsVerify: cluster.getOptionalBoolean('skipTLSVerify') ?? false,
  };
}
