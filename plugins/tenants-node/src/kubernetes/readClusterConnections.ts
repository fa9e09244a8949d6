import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readFileSync } from 'node:fs';
import { readTokenFile } from './credentials';

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
   * Reads the token as it is now. Asked when there is none yet, and once the server refuses the
   * one in use: tokens are rotated.
   *
   * @throws Error when there is none to be read.
   */
  readToken?(): Promise<string>;
  /** PEM bundle; the system's authorities when absent. */
  certificateAuthority?: string;
  /** Only for this one server. */
  skipTlsVerify: boolean;
}

/** Where Kubernetes mounts the service account of a pod. */
const mountedAccount = '/var/run/secrets/kubernetes.io/serviceaccount';

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
    if (cluster.getOptionalString('authProvider') === 'serviceAccount') {
      connections.set(name, {
        name,
        url: cluster.getString('url').replace(/\/+$/, ''),
        ...readCredentials(name, cluster, config),
        ...readTls(cluster),
      });
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

type Credentials = Pick<ClusterConnection, 'token' | 'readToken'>;

/** A token in the configuration, one in a file, or else the service account of this pod. */
function readCredentials(
  name: string,
  cluster: Config,
  config: Config,
): Credentials {
  const token = cluster.getOptionalString('serviceAccountToken');
  if (token) {
    return { token, readToken: async () => configuredToken(name, config) };
  }
  const path =
    cluster.getOptionalString('serviceAccountTokenFile') ??
    `${mountedAccount}/token`;
  return { token: '', readToken: () => readTokenFile(path) };
}

/** The configuration may have been read again since: `$file` and `$env` are followed. */
function configuredToken(name: string, config: Config): string {
  const cluster = clusterConfigs(config).find(
    entry => entry.getString('name') === name,
  );
  const token = cluster?.getOptionalString('serviceAccountToken');
  if (!token) {
    throw new Error('its serviceAccountToken is no longer configured');
  }
  return token;
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
