import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { stringify } from 'yaml';
import type { PlatformAddresses } from '../platform/main';
import { RemoteProcess, startProcess } from '../processes/startProcess';
import { freePort } from './freePort';
import type { PortalCalls } from './main';
import { PortalClient } from './PortalClient';
import { portalConfig } from './portalConfig';

const startTimeoutMs = 120_000;
const calmTimeoutMs = 120_000;
const calmWindowMs = 1_000;
/** Of one core. */
const calmLoad = 0.5;

/** A portal in a process of its own. */
export interface Portal extends RemoteProcess<PortalCalls> {
  client: PortalClient;
  /** Resolves once the portal has little to do, at the latest after two minutes. */
  calm(): Promise<void>;
}

/**
 * Starts a portal and waits until it answers.
 *
 * @throws Error when it ends, or does not answer within two minutes.
 */
export async function startPortal(options: {
  directory: string;
  fleet: PlatformAddresses;
  /** Whether the catalog has entities of the tenants. */
  withEntities: boolean;
}): Promise<Portal> {
  const port = await freePort();
  const config = join(options.directory, `portal-${port}.yaml`);
  const databases = await mkdtemp(join(options.directory, 'databases-'));
  await writeFile(
    config,
    stringify(portalConfig({ ...options, port, databases })),
  );
  const portal = startProcess<PortalCalls>({
    module: require.resolve('./main.ts'),
    env: {
      BENCHMARK_CONFIG: config,
      ...(options.withEntities && { BENCHMARK_ENTITIES: 'yes' }),
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
    },
    nodeArguments: ['--expose-gc'],
  });
  const client = new PortalClient(`http://localhost:${port}`);
  const giveUpAt = Date.now() + startTimeoutMs;
  while (!(await client.isReady())) {
    if (Date.now() > giveUpAt || !portal.isRunning()) {
      await portal.stop();
      throw new Error('The portal does not start.');
    }
    await delay(100);
  }
  return { ...portal, client, calm: () => calm(portal) };
}

async function calm({ calls }: RemoteProcess<PortalCalls>): Promise<void> {
  const giveUpAt = Date.now() + calmTimeoutMs;
  let load = 1;
  while (load > calmLoad && Date.now() < giveUpAt) {
    const before = await calls.processorTime();
    await delay(calmWindowMs);
    load = ((await calls.processorTime()) - before) / calmWindowMs;
  }
}
