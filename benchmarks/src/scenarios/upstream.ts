import { setTimeout as delay } from 'node:timers/promises';
import { patiently, View } from '../load/runViewers';

/** Requests to clusters, metrics and Argo CD while pages are open. */
export interface UpstreamResult {
  viewers: number;
  /** With nobody looking. */
  idlePerMinute: number;
  /** With our pages open, of which each asks every 30 s. */
  oursPerMinute: number;
  /** With stock pages open, of which each asks every 10 s. */
  stockPerMinute: number;
}

/** How often pages ask again while they are open, in milliseconds. */
const refreshMs = { ours: 30_000, stock: 10_000 };

/**
 * Counts the requests that reach the platform while a number of pages is open. Numbers of which
 * not even one page in turn asks within the time are left out: their count would tell of chance.
 */
export async function measureUpstream(options: {
  countRequests: () => Promise<Record<string, number>>;
  ours: View;
  stock: View;
  viewers: readonly number[];
  durationMs: number;
  /** Resolves once the portal has nothing left to do for those who gave up. */
  calm: () => Promise<void>;
}): Promise<UpstreamResult[]> {
  const { ours, stock, viewers, durationMs, calm } = options;
  const perMinute = async (pages: number, every: number, view: View) => {
    const before = total(await options.countRequests());
    const open = keepOpen({ pages, refreshMs: every, durationMs, view });
    await delay(durationMs);
    const after = total(await options.countRequests());
    if ((await open) > 0) {
      await calm();
    }
    return ((after - before) * 60_000) / durationMs;
  };
  const idlePerMinute = await perMinute(0, refreshMs.ours, ours);
  const results: UpstreamResult[] = [];
  const counted = viewers.filter(count => refreshMs.ours / count <= durationMs);
  for (const count of counted) {
    results.push({
      viewers: count,
      idlePerMinute,
      oursPerMinute: await perMinute(count, refreshMs.ours, ours),
      stockPerMinute: await perMinute(count, refreshMs.stock, stock),
    });
  }
  return results;
}

/** The forge is asked by the clock of the catalog, not by a page. */
function total(counts: Record<string, number>): number {
  return Object.entries(counts)
    .filter(([server]) => server !== 'forge')
    .reduce((sum, [, count]) => sum + count, 0);
}

/**
 * Pages that were opened one after the other; each asks again when it has had its answer, or
 * none. Returns how many views were not answered.
 */
async function keepOpen(options: {
  pages: number;
  refreshMs: number;
  durationMs: number;
  view: View;
}): Promise<number> {
  const { pages, durationMs, view } = options;
  let notAnswered = 0;
  const endsAt = performance.now() + durationMs;
  const until = (moment: number) =>
    delay(Math.max(0, Math.min(moment, endsAt) - performance.now()));
  await Promise.all(
    Array.from({ length: pages }, async (_, page) => {
      await until(endsAt - durationMs + (page * options.refreshMs) / pages);
      while (performance.now() < endsAt) {
        const next = performance.now() + options.refreshMs;
        const received = await patiently(view, page);
        notAnswered += received === undefined ? 1 : 0;
        await until(next);
      }
    }),
  );
  return notAnswered;
}
