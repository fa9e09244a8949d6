import { portalClient } from '../identity';
import { PlatformAddresses } from '../sample';
import { Credentials } from './credentials';
import { PlatformAccess } from './PlatformAccess';
import { PlatformPorts } from './ports';
import { gitOpsRepository } from './startPlatformForge';

const { owner, name: repositoryName } = gitOpsRepository;

/** The addresses that the repository names. */
export function addressesOf({
  forge,
  apiServers,
}: PlatformPorts): PlatformAddresses {
  const server = (port: number) => `https://localhost:${port}`;
  return {
    repositoryUrl: `${local(forge)}/${owner}/${repositoryName}.git`,
    apiServers: {
      hub: server(apiServers.hub),
      devnet: server(apiServers.devnet),
      testnet: server(apiServers.testnet),
      mainnet: server(apiServers.mainnet),
    },
  };
}

/** Everything that others need to reach the platform. */
export function accessOf(options: {
  ports: PlatformPorts;
  credentials: Credentials;
  portalUrl: string;
  caCertificate: string;
}): PlatformAccess {
  const { ports, credentials, portalUrl, caCertificate } = options;
  const clientSecret = credentials.oidcClient;
  const { clientId } = portalClient({ clientSecret, portalUrl });
  const { apiServers } = addressesOf(ports);
  return {
    portal: { url: portalUrl },
    forge: {
      url: local(ports.forge),
      repository: `${owner}/${repositoryName}`,
      operatorToken: credentials.forgeOperator,
      portalToken: credentials.forgePortal,
      webhookSecret: credentials.forgeWebhook,
    },
    metrics: { url: local(ports.metrics) },
    identityProvider: {
      url: local(ports.identityProvider),
      clientId,
      clientSecret,
    },
    control: { url: local(ports.control), token: credentials.control },
    clusters: Object.entries(apiServers).map(([name, url]) => ({ name, url })),
    clusterAdminToken: credentials.clusterAdmin,
    clusterReaderToken: credentials.clusterReader,
    caCertificate,
  };
}

function local(port: number): string {
  return `http://localhost:${port}`;
}
