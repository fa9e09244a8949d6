import { LoadResult, runViewers } from '../load/runViewers';
import { Views } from '../load/views';

/** How long it takes to read, for each way of looking and each number of viewers. */
export interface ReadsResult {
  way: keyof Views;
  load: LoadResult[];
}

/** More of them would only make those wait that are measured, where each waits for seconds. */
const maximumStockWarmUpViewers = 20;

/** Reads every view with each number of viewers, one after the other. */
export async function measureReads(options: {
  views: Views;
  viewers: readonly number[];
  durationMs: number;
  /** Resolves once the portal has nothing left to do for those who gave up. */
  calm: () => Promise<void>;
  report: (line: string) => void;
}): Promise<ReadsResult[]> {
  const { views, viewers, durationMs, calm, report } = options;
  const results: ReadsResult[] = [];
  for (const way of Object.keys(views) as (keyof Views)[]) {
    const load: LoadResult[] = [];
    for (const count of viewers) {
      const view = views[way];
      // Browsers have their connections before they ask again.
      const warmUp =
        way === 'stockTenant'
          ? Math.min(count, maximumStockWarmUpViewers)
          : count;
      await runViewers({ viewers: warmUp, durationMs: 500, view });
      const result = await runViewers({ viewers: count, durationMs, view });
      report(`  ${way}: ${describe(result)}`);
      load.push(result);
      if (result.notAnswered > 0) {
        await calm();
      }
    }
    results.push({ way, load });
  }
  return results;
}

function describe(load: LoadResult): string {
  const { viewers, viewsPerSecond, p50, p95, notAnswered } = load;
  const times = `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
  return `${viewers} viewers, ${viewsPerSecond.toFixed(
    1,
  )} views/s, ${times}, ${notAnswered} not answered`;
}
