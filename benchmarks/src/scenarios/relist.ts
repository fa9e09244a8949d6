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

/** Reads the same for the same time before a cluster has to be listed anew, and while it is. */
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
  const kinds = (await countRestarts(client)) - listedBefore;
  return { kinds, before, meanwhile };
}

async function countRestarts({ tenants }: PortalClient): Promise<number> {
  const { items } = await tenants.listClusters();
  return items
    .flatMap(({ sources }) => sources)
    .reduce((sum, { watchRestarts = 0 }) => sum + watchRestarts, 0);
}
