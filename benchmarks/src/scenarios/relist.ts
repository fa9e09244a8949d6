import { setTimeout as delay } from 'node:timers/promises';
import { LoadResult, runViewers, View } from '../load/runViewers';
import { PortalClient } from '../portal/PortalClient';

/** How reads fare while all of a cluster is listed anew. */
export interface RelistResult {
  /** Kinds that were listed anew, as the portal counts them. */
  kinds: number;
  before: LoadResult;
  meanwhile: LoadResult;
}

const viewers = 20;
/** The portal tells what it counts each time that it has asked whether the cluster is there. */
const toldWithinMs = 30_000;

/**
 * Reads the same for the same time before a cluster has to be listed anew, and while it is.
 *
 * @throws Error when the portal does not list anything anew.
 */
export async function measureRelist(options: {
  client: PortalClient;
  view: View;
  /** Makes the portal list everything of a cluster anew. */
  relist: (cluster: string) => Promise<void>;
  durationMs: number;
}): Promise<RelistResult> {
  const { client, view, relist, durationMs } = options;
  const read = () => runViewers({ viewers, durationMs, view });
  const listedBefore = await countRestarts(client);
  const before = await read();
  const [meanwhile] = await Promise.all([read(), relist('devnet')]);
  const kinds = await countNewLists(client, listedBefore);
  return { kinds, before, meanwhile };
}

async function countNewLists(client: PortalClient, before: number) {
  const giveUpAt = performance.now() + toldWithinMs;
  while (performance.now() < giveUpAt) {
    const lists = (await countRestarts(client)) - before;
    if (lists > 0) {
      return lists;
    }
    await delay(500);
  }
  throw new Error('The portal has listed nothing anew.');
}

async function countRestarts({ tenants }: PortalClient): Promise<number> {
  const { items } = await tenants.listClusters();
  return items
    .flatMap(({ sources }) => sources)
    .reduce((sum, { watchRestarts = 0 }) => sum + watchRestarts, 0);
}
