import { Config } from '@backstage/config';
import type { ClusterConnection } from '../readClusterConnections';
import { createEksToken } from './aws';
import { readAzureToken } from './azure';
import { ReadToken } from './ClusterToken';
import { readGoogleToken } from './google';
import { readServiceAccount } from './serviceAccount';

type Credentials = Pick<ClusterConnection, 'token' | 'readToken'>;

const usable =
  'serviceAccount, googleServiceAccount, aws or azure in kubernetes.clusterLocatorMethods';

/**
 * Reads how to get at the token of a cluster of the `kubernetes` section. Status is observed
 * without a viewer, so auth providers that take the viewer's token mean the portal's own identity.
 * What cannot be used fails when it is asked for, and takes nothing else with it.
 */
export function readCredentials(cluster: Config, config: Config): Credentials {
  const provider = readMetadata(cluster, 'auth-provider', 'authProvider');
  switch (provider) {
    case 'serviceAccount':
      return readServiceAccount(cluster, config);
    case 'google':
    case 'googleServiceAccount':
      return asked(() => readGoogleToken(config));
    case 'aws':
      return asked(() => createEksToken(readEksCluster(cluster), config));
    case 'aks':
    case 'azure':
      return asked(readAzureToken);
    default:
      return asked(async () => {
        throw new Error(`${whyNot(provider)}. Use ${usable}.`);
      });
  }
}

function whyNot(provider: string | undefined): string {
  return provider
    ? `its authProvider "${provider}" cannot be used without a viewer`
    : 'it has no authProvider';
}

function asked(readToken: ReadToken): Credentials {
  return { token: '', readToken };
}

function readEksCluster(cluster: Config) {
  return {
    id: readMetadata(cluster, 'x-k8s-aws-id') ?? cluster.getString('name'),
    role: readMetadata(cluster, 'aws-assume-role', 'assumeRole'),
    externalId: readMetadata(cluster, 'aws-external-id', 'externalId'),
  };
}

/** As the stock plugin reads it: of `authMetadata`, or else of a field of the cluster. */
function readMetadata(
  cluster: Config,
  key: string,
  field?: string,
): string | undefined {
  const metadata = cluster.getOptional<Record<string, string>>('authMetadata');
  return (
    metadata?.[`kubernetes.io/${key}`] ??
    (field && cluster.getOptionalString(field))
  );
}
