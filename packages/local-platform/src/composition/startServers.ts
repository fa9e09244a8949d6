import { LoggerService } from '@backstage/backend-plugin-api';
import { join } from 'node:path';
import { startControlApi } from '../control';
import { portalClient, startIdentityProvider } from '../identity';
import { createCertificates, startApiServer } from '../kubernetes';
import { startMetricsApi } from '../metrics';
import { createWorld } from '../sample';
import { accessTokens, PortalRoles } from './accessTokens';
import { Credentials } from './credentials';
import { identityUsers } from './identities';
import { onPort, PlatformPorts } from './ports';
import { Simulation } from './simulation';
import { Teardown } from './Teardown';

export interface ServerOptions {
  directory: string;
  ports: PlatformPorts;
  credentials: Credentials;
  portalUrl: string;
  portalRoles?: PortalRoles;
  simulation: Simulation;
  logger: LoggerService;
  teardown: Teardown;
}

type Server = { close(): Promise<void> };

/**
 * Starts every server but the forge.
 *
 * @returns the certificate of the authority that clients have to trust, in PEM.
 * @throws Error with a sentence for the user when a port is taken.
 */
export async function startServers(options: ServerOptions): Promise<string> {
  const { ports, teardown } = options;
  const start = async (
    use: string,
    port: number,
    run: () => Promise<Server>,
  ) => {
    const server = await onPort(use, port, run);
    teardown.add(() => server.close());
  };
  const tls = await createCertificates({
    directory: join(options.directory, 'certificates'),
  });
  for (const { name } of options.simulation.clusters) {
    const port = ports.apiServers[name];
    await start(`API server of the cluster ${name}`, port, () =>
      runApiServer(options, name, tls),
    );
  }
  await start('identity provider', ports.identityProvider, () =>
    runIdentityProvider(options),
  );
  await start('metrics API', ports.metrics, () => runMetricsApi(options));
  await start('control API', ports.control, () =>
    startControlApi({
      port: ports.control,
      faults: options.simulation.faults,
      token: options.credentials.control,
    }),
  );
  return tls.caCertificate;
}

function runApiServer(
  { ports, credentials, portalRoles, simulation, logger }: ServerOptions,
  name: keyof PlatformPorts['apiServers'],
  tls: { key: string; cert: string },
): Promise<Server> {
  const { faults, clusters } = simulation;
  const { store, clock } = clusters.find(cluster => cluster.name === name)!;
  return startApiServer({
    name,
    port: ports.apiServers[name],
    store,
    tls,
    tokens: accessTokens(credentials, name, portalRoles),
    faults,
    now: () => clock.now(),
    logger,
  });
}

function runIdentityProvider(options: ServerOptions): Promise<Server> {
  const { directory, ports, credentials, portalUrl, logger } = options;
  const clientSecret = credentials.oidcClient;
  return startIdentityProvider({
    port: ports.identityProvider,
    users: identityUsers(),
    clients: [portalClient({ clientSecret, portalUrl })],
    dataDirectory: join(directory, 'identity'),
    logger,
  });
}

function runMetricsApi({
  ports,
  simulation,
  logger,
}: ServerOptions): Promise<Server> {
  const { clock, faults, clusters } = simulation;
  const spokes = clusters.filter(({ name }) => name !== 'hub');
  return startMetricsApi({
    port: ports.metrics,
    world: createWorld({ clusters: spokes, clock }),
    faults,
    now: () => clock.now().getTime(),
    logger,
  });
}
