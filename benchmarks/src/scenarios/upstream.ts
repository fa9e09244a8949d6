import { setTimeout as delay } from 'node:timers/promises';
import { View } from '../load/runViewers';

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
 * Counts the requests that reach the platform while a number of pages is open. The same number of
 * views as these pages would make in the time is spread over it.
 */
export async function measureUpstream(options: {
  countRequests: () => Promise<Record<string, number>>;
  ours: View;
  stock: View;
  viewers: readonly number[];
  durationMs: number;
}): Promise<UpstreamResult[]> {
  const { ours, stock, viewers, durationMs } = options;
  const perMinute = async (views: number, view: View) => {
    const before = total(await options.countRequests());
    await spread(views, durationMs, view);
    const after = total(await options.countRequests());
    return ((after - before) * 60_000) / durationMs;
  };
  const idlePerMinute = await perMinute(0, ours);
  const results: UpstreamResult[] = [];
  for (const count of viewers) {
    const viewsOf = (every: number) => Math.ceil((count * durationMs) / every);
    results.push({
      viewers: count,
      idlePerMinute,
      oursPerMinute: await perMinute(viewsOf(refreshMs.ours), ours),
      stockPerMinute: await perMinute(viewsOf(refreshMs.stock), stock),
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

async function spread(views: number, durationMs: number, view: View) {
  const startedAt = performance.now();
  const running: Promise<number>[] = [];
  for (let index = 0; index < views; index += 1) {
    const due = startedAt + (index * durationMs) / views;
    await delay(Math.max(0, due - performance.now()));
    running.push(view(index));
  }
  await Promise.all(running);
  await delay(Math.max(0, startedAt + durationMs - performance.now()));
}
