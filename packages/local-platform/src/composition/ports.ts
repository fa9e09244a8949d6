import { AddressInfo, createServer, Server } from 'node:net';
import { ClusterName } from '../sample';

/** The ports of the platform's servers, all on the loopback interface. */
export interface PlatformPorts {
  forge: number;
  identityProvider: number;
  metrics: number;
  control: number;
  apiServers: Readonly<Record<ClusterName, number>>;
}

/** Distance of each server's port from the first one. */
const offsets = [0, 1, 2, 3, 10, 11, 12, 13];

/** The ports of a platform; for 0 as the first one, any that are free. */
export async function choosePorts(first: number): Promise<PlatformPorts> {
  const ports =
    first === 0
      ? await findFreePorts(offsets.length)
      : offsets.map(offset => first + offset);
  const [forge, identityProvider, metrics, control, ...clusters] = ports;
  const [hub, devnet, testnet, mainnet] = clusters;
  const apiServers = { hub, devnet, testnet, mainnet };
  return { forge, identityProvider, metrics, control, apiServers };
}

/** Ports that nobody listened on a moment ago. */
async function findFreePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, listen));
  const ports = servers.map(server => (server.address() as AddressInfo).port);
  await Promise.all(
    servers.map(
      server => new Promise<void>(resolve => server.close(() => resolve())),
    ),
  );
  return ports;
}

function listen(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

/**
 * Starts a server, and says in a sentence when its port is taken.
 *
 * @throws Error naming the port and what it is for.
 */
export async function onPort<T>(
  use: string,
  port: number,
  start: () => Promise<T>,
): Promise<T> {
  try {
    return await start();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new Error(
        `Port ${port}, which the ${use} needs, is taken by another program; stop it, or choose other ports with --port.`,
      );
    }
    throw error;
  }
}
