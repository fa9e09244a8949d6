import { LoggerService } from '@backstage/backend-plugin-api';
import { join } from 'node:path';
import { PortalRoles } from './composition/accessTokens';
import { accessOf, addressesOf } from './composition/addresses';
import { ensureCredentials } from './composition/credentials';
import { gitRepository } from './composition/gitRepository';
import { PlatformAccess } from './composition/PlatformAccess';
import { choosePorts, onPort } from './composition/ports';
import { createSimulation, Simulation } from './composition/simulation';
import { startPlatformForge } from './composition/startPlatformForge';
import { startServers } from './composition/startServers';
import { Teardown } from './composition/Teardown';

export interface PlatformOptions {
  /** Where repository, keys and credentials are kept; each first port has its own. */
  dataDirectory: string;
  /** First of the platform's ports; 0 for any that are free. */
  port: number;
  /** Address of the portal, which signs in here and hears of pushes. */
  portalUrl: string;
  /**
   * What the account of the portal may do in each cluster; by default read everything but Secrets and
   * ConfigMaps, and patch Applications on the hub.
   */
  portalRoles?: PortalRoles;
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
  const { portalUrl, portalRoles, speed = 1, logger } = options;
  const directory = platformDirectory(options.dataDirectory, options.port);
  const ports = await choosePorts(options.port);
  const addresses = addressesOf(ports);
  const credentials = await ensureCredentials(directory);
  const common = { directory, portalUrl, credentials, logger, teardown };
  const forge = await onPort('Git forge', ports.forge, () =>
    startPlatformForge({ ...common, addresses, port: ports.forge }),
  );
  teardown.add(() => forge.close());
  const repository = gitRepository(forge, addresses.repositoryUrl);
  const simulation = await createSimulation({
    ...common,
    repository,
    addresses,
    speed,
  });
  const caCertificate = await startServers({
    ...common,
    ports,
    portalRoles,
    simulation,
  });
  if (!options.standing) {
    simulation.clock.goLive();
  }
  simulation.engine.follow();
  const access = accessOf({ ports, credentials, portalUrl, caCertificate });
  return { ...simulation, access, close: () => teardown.run() };
}
