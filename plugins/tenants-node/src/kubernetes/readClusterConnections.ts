import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readFileSync } from 'node:fs';
import { clusterConfigs } from './clusterConfigs';
import { readCredentials, ReadToken } from './credentials';

/**
 * How to reach the API server of a cluster, and as whom.
 *
 * @public
 */
export interface ClusterConnection {
  /** The same as in the registry. */
  name: string;
  url: string;
  /** Never to be logged. Empty when it has to be read first. */
  token: string;
  /**
   * Reads the token as it is now. Asked when there is none yet, ahead of its end, and once the
   * server refuses the one in use: tokens are rotated.
   */
  readToken?: ReadToken;
  /** PEM bundle; the system's authorities when absent. */
  certificateAuthority?: string;
  /** Only for this one server. */
  skipTlsVerify: boolean;
}

/**
 * Reads the clusters of the standard `kubernetes` section, so that one configuration serves the
 * stock plugin and this one.
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
    connections.set(name, {
      name,
      url: cluster.getString('url').replace(/\/+$/, ''),
      ...readCredentials(cluster, config),
      ...readTls(cluster),
    });
  }
  return connections;
}

function readTls(
  cluster: Config,
): Pick<ClusterConnection, 'certificateAuthority' | 'skipTlsVerify'> {
  const caData = cluster.getOptionalString('caData');
  const caFile = cluster.getOptionalString('caFile');
  return {
    certificateAuthority: caData
      ? Buffer.from(caData, 'base64').toString('utf8')
      : caFile && readFileSync(caFile, 'utf8'),
    skipTlsVerify: cluster.getOptionalBoolean('skipTLSVerify') ?? false,
  };
}
