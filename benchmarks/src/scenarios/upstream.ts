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

/** Requests that reach the platform per minute, by the number of pages that are open. */
export type CountedRequests = ReadonlyMap<number, number>;

/**
 * Counts the requests that reach the platform while each of some numbers of pages is open; with
 * none, and with as many as that at least one page in turn asks within the time. The count of
 * fewer would tell of chance.
 */
export async function countRequests(options: {
  way: keyof typeof refreshMs;
  view: View;
  pages: readonly number[];
  durationMs: number;
  /** Requests that each server has received since its start. */
  received: () => Promise<Record<string, number>>;
  /** Resolves once the portal has nothing left to do for those who gave up. */
  calm: () => Promise<void>;
}): Promise<CountedRequests> {
  const { way, view, durationMs, received, calm } = options;
  const counted = options.pages.filter(
    pages => pages === 0 || refreshMs.ours / pages <= durationMs,
  );
  const perMinute = new Map<number, number>();
  for (const pages of counted) {
    const before = total(await received());
    const open = keepOpen({
      pages,
      refreshMs: refreshMs[way],
      durationMs,
      view,
    });
    await delay(durationMs);
    const after = total(await received());
    perMinute.set(pages, ((after - before) * 60_000) / durationMs);
    if ((await open) > 0) {
      await calm();
    }
  }
  return perMinute;
}

/** Both ways side by side, for each number of pages. */
export function compareRequests(
  ours: CountedRequests,
  stock: CountedRequests,
): UpstreamResult[] {
  return [...stock].map(([viewers, stockPerMinute]) => ({
    viewers,
    idlePerMinute: ours.get(0)!,
    oursPerMinute: ours.get(viewers)!,
    stockPerMinute,
  }));
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
