import { LoggerService } from '@backstage/backend-plugin-api';
import { join } from 'node:path';
import { Credentials, ensureCredentials } from './composition/credentials';
import { gitRepository } from './composition/gitRepository';
import { identityUsers } from './composition/identities';
import { PlatformAccess } from './composition/PlatformAccess';
import { choosePorts, onPort, PlatformPorts } from './composition/ports';
import { createSimulation, Simulation } from './composition/simulation';
import {
  gitOpsRepository,
  startPlatformForge,
} from './composition/startPlatformForge';
import { Teardown } from './composition/Teardown';
import { startControlApi } from './control';
import { portalClient, startIdentityProvider } from './identity';
import { createCertificates, startApiServer } from './kubernetes';
import { readVerbs } from './kubernetes/resources';
import { startMetricsApi } from './metrics';
import { createWorld, PlatformAddresses } from './sample';

export interface PlatformOptions {
  /** Where repository, keys and credentials are kept; each first port has its own. */
  dataDirectory: string;
  /** First of the platform's ports; 0 for any that are free. */
  port: number;
  /** Address of the portal, which signs in here and hears of pushes. */
  portalUrl: string;
  /** How many times faster than real clusters; 1 by default. */
  speed?: number;
  /** Let the time stand after the start, for tests to move it; false by default. */
  standing?: boolean;
  logger: LoggerService;
}

/** A running platform. */
export interface Platform extends Simulation {
  access: PlatformAccess;
  close(): Promise<void>;
}

/** Directory of the data of the platform whose first port this is. */
export function platformDirectory(dataDirectory: string, port: number): string {
  return join(dataDirectory, String(port));
}

/**
 * Starts the whole platform on the loopback interface: clusters, GitOps engine, forge, identity
 * provider, metrics and the control of faults.
 *
 * @throws Error with a sentence for the user when a port is taken; nothing keeps running then.
 */
export async function startPlatform(
  options: PlatformOptions,
): Promise<Platform> {
  const teardown = new Teardown();
  try {
    return await compose(options, teardown);
  } catch (error) {
    await teardown.run();
    throw error;
  }
}

async function compose(
  options: PlatformOptions,
  teardown: Teardown,
): Promise<Platform> {
  const { port, portalUrl, speed = 1, logger, standing } = options;
  const directory = platformDirectory(options.dataDirectory, port);
  const ports = await choosePorts(port);
  const addresses = addressesOf(ports);
  const credentials = await ensureCredentials(directory);
  const forge = await onPort('Git forge', ports.forge, () =>
    startPlatformForge({
      port: ports.forge,
      directory,
      portalUrl,
      addresses,
      credentials,
      logger,
    }),
  );
  teardown.add(() => forge.close());
  const repository = gitRepository(forge, addresses.repositoryUrl);
  const simulation = await createSimulation({
    repository,
    addresses,
    speed,
    logger,
    teardown,
  });
  const caCertificate = await startServers({
    directory,
    ports,
    credentials,
    portalUrl,
    simulation,
    logger,
    teardown,
  });
  if (!standing) {
    simulation.clock.goLive();
  }
  simulation.engine.follow();
  const access = accessOf({ ports, credentials, portalUrl, caCertificate });
  return { ...simulation, access, close: () => teardown.run() };
}

interface ServerOptions {
  directory: string;
  ports: PlatformPorts;
  credentials: Credentials;
  portalUrl: string;
  simulation: Simulation;
  logger: LoggerService;
  teardown: Teardown;
}

/** Starts every server but the forge; returns the authority that clients have to trust. */
async function startServers(options: ServerOptions): Promise<string> {
  const { directory, ports, credentials, portalUrl, logger } = options;
  const { simulation, teardown } = options;
  const { clock, faults, clusters } = simulation;
  const caCertificate = await startApiServers(options);
  const start = async (
    use: string,
    port: number,
    server: () => Promise<{ close(): Promise<void> }>,
  ) => {
    const { close } = await onPort(use, port, server);
    teardown.add(close);
  };
  await start('identity provider', ports.identityProvider, () =>
    startIdentityProvider({
      port: ports.identityProvider,
      users: identityUsers(),
      clients: [
        portalClient({ clientSecret: credentials.oidcClient, portalUrl }),
      ],
      dataDirectory: join(directory, 'identity'),
      logger,
    }),
  );
  const environments = clusters.filter(({ name }) => name !== 'hub');
  await start('metrics API', ports.metrics, () =>
    startMetricsApi({
      port: ports.metrics,
      world: createWorld({ clusters: environments, clock }),
      faults,
      now: () => clock.now().getTime(),
      logger,
    }),
  );
  await start('control API', ports.control, () =>
    startControlApi({
      port: ports.control,
      faults,
      token: credentials.control,
    }),
  );
  return caCertificate;
}

async function startApiServers(options: ServerOptions): Promise<string> {
  const { directory, ports, credentials, simulation, logger, teardown } =
    options;
  const tls = await createCertificates({
    directory: join(directory, 'certificates'),
  });
  for (const { name, store } of simulation.clusters) {
    const port = ports.apiServers[name];
    const server = await onPort(`API server of the cluster ${name}`, port, () =>
      startApiServer({
        name,
        port,
        store,
        tls,
        tokens: accessTokens(credentials),
        faults: simulation.faults,
        now: () => simulation.clock.now(),
        logger,
      }),
    );
    teardown.add(() => server.close());
  }
  return tls.caCertificate;
}

function accessTokens({ clusterAdmin, clusterReader }: Credentials) {
  return [
    { token: clusterAdmin, user: 'admin', groups: ['system:masters'] },
    {
      token: clusterReader,
      user: 'system:serviceaccount:tenantry:portal',
      groups: ['system:serviceaccounts'],
      verbs: readVerbs,
    },
  ];
}

function addressesOf({ forge, apiServers }: PlatformPorts): PlatformAddresses {
  const { owner, name } = gitOpsRepository;
  const server = (port: number) => `https://localhost:${port}`;
  return {
    repositoryUrl: `http://localhost:${forge}/${owner}/${name}.git`,
    apiServers: {
      hub: server(apiServers.hub),
      devnet: server(apiServers.devnet),
      testnet: server(apiServers.testnet),
      mainnet: server(apiServers.mainnet),
    },
  };
}

function accessOf(options: {
  ports: PlatformPorts;
  credentials: Credentials;
  portalUrl: string;
  caCertificate: string;
}): PlatformAccess {
  const { ports, credentials, portalUrl, caCertificate } = options;
  const local = (port: number) => `http://localhost:${port}`;
  const { owner, name } = gitOpsRepository;
  const { clientId, clientSecret } = portalClient({
    clientSecret: credentials.oidcClient,
    portalUrl,
  });
  return {
    portal: { url: portalUrl },
    forge: {
      url: local(ports.forge),
      repository: `${owner}/${name}`,
      operatorToken: credentials.forgeOperator,
      portalToken: credentials.forgePortal,
    },
    metrics: { url: local(ports.metrics) },
    identityProvider: {
      url: local(ports.identityProvider),
      clientId,
      clientSecret,
    },
    control: { url: local(ports.control), token: credentials.control },
    clusters: Object.entries(addressesOf(ports).apiServers).map(
      ([cluster, url]) => ({ name: cluster, url }),
    ),
    clusterAdminToken: credentials.clusterAdmin,
    clusterReaderToken: credentials.clusterReader,
    caCertificate,
  };
}
