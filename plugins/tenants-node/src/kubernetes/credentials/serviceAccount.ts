import { Config } from '@backstage/config';
import { clusterConfigs } from '../clusterConfigs';
import type { ClusterConnection } from '../readClusterConnections';
import { readTokenFile } from './readTokenFile';

/** Where Kubernetes mounts the service account of a pod. */
const mountedToken = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** A token in the configuration, one in a file, or else the service account of this pod. */
export function readServiceAccount(
  cluster: Config,
  config: Config,
): Pick<ClusterConnection, 'token' | 'readToken'> {
  const name = cluster.getString('name');
  const token = cluster.getOptionalString('serviceAccountToken');
  if (token) {
    return {
      token,
      readToken: async () => ({ token: configuredToken(name, config) }),
    };
  }
  const path =
    cluster.getOptionalString('serviceAccountTokenFile') ?? mountedToken;
  return {
    token: '',
    readToken: async () => ({ token: await readTokenFile(path) }),
  };
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
