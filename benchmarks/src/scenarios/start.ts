import { setTimeout as delay } from 'node:timers/promises';
import { environments } from '../load/views';
import type { PlatformAddresses } from '../platform/main';
import { PortalClient } from '../portal/PortalClient';
import { Portal, startPortal } from '../portal/startPortal';

/** How a portal started. */
export interface StartResult {
  /** From the start of the process to the answer of its health check. */
  readyMs: number;
  /** From the start of the process to a status without anything unknown for every tenant. */
  completeMs: number;
  /** Processor time of the portal until then. */
  processorMs: number;
}

const giveUpAfterMs = 300_000;
/** Asking more often would take from the portal what it needs to start. */
const askEveryMs = 1_000;
/** The catalog takes its entities in one after the other, the more of them the longer. */
const giveUpOnCatalogAfterMs = 3_600_000;

/**
 * Starts a portal with an empty database and waits until it knows everything.
 *
 * @throws Error when it does not within five minutes.
 */
export async function measureStart(options: {
  directory: string;
  fleet: PlatformAddresses;
  tenants: number;
  withEntities: boolean;
}): Promise<{ portal: Portal; result: StartResult }> {
  const startedAt = performance.now();
  const portal = await startPortal(options);
  const readyMs = performance.now() - startedAt;
  try {
    await waitForStatus(portal.client, options.tenants);
  } catch (error) {
    await portal.stop();
    throw error;
  }
  const completeMs = performance.now() - startedAt;
  const processorMs = await portal.calls.processorTime();
  return { portal, result: { readyMs, completeMs, processorMs } };
}

/**
 * Waits until a portal knows everything of every tenant.
 *
 * @throws Error when it does not within five minutes.
 */
async function waitForStatus(
  client: PortalClient,
  tenants: number,
): Promise<void> {
  const giveUpAt = performance.now() + giveUpAfterMs;
  let known = await howComplete(client);
  while (known !== complete(tenants)) {
    if (performance.now() > giveUpAt) {
      throw new Error(
        `The status is not complete after five minutes: ${known}.`,
      );
    }
    await delay(askEveryMs);
    known = await howComplete(client);
  }
}

/**
 * Waits until the catalog has an entity for each tenant environment; reads are compared with it.
 *
 * @throws Error when it has not after an hour.
 */
export async function waitForCatalog(
  client: PortalClient,
  tenants: number,
): Promise<void> {
  const giveUpAt = performance.now() + giveUpOnCatalogAfterMs;
  const expected = tenants * environments.length;
  while ((await client.countSystems()) < expected) {
    if (performance.now() > giveUpAt) {
      throw new Error('The catalog is not complete after an hour.');
    }
    await delay(500);
  }
}

/** What {@link howComplete} says once every tenant is known. */
function complete(tenants: number): string {
  return `${tenants} tenants, 0 unknown, 0 progressing`;
}

async function howComplete({ tenants }: PortalClient): Promise<string> {
  try {
    const { healthCounts, totalItems } = await tenants.listTenants({
      limit: 1,
    });
    const { Unknown, Progressing } = healthCounts;
    return `${totalItems} tenants, ${Unknown} unknown, ${Progressing} progressing`;
  } catch (error) {
    return `no answer (${error})`;
  }
}
