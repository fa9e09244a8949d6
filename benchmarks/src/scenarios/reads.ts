import { LoadResult, runViewers } from '../load/runViewers';
import { Views } from '../load/views';

/** How long it takes to read, for each way of looking and each number of viewers. */
export interface ReadsResult {
  way: keyof Views;
  load: LoadResult[];
}

/** Reads every view with each number of viewers, one after the other. */
export async function measureReads(options: {
  views: Views;
  viewers: readonly number[];
  durationMs: number;
}): Promise<ReadsResult[]> {
  const { views, viewers, durationMs } = options;
  const results: ReadsResult[] = [];
  for (const way of Object.keys(views) as (keyof Views)[]) {
    const load: LoadResult[] = [];
    for (const count of viewers) {
      await runViewers({ viewers: count, durationMs: 500, view: views[way] });
      load.push(
        await runViewers({ viewers: count, durationMs, view: views[way] }),
      );
    }
    results.push({ way, load });
  }
  return results;
}
