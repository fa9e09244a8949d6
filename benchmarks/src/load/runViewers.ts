import { Times } from './Times';

/** One view of a page: everything it asks for; answers with the bytes received. */
export type View = (viewer: number) => Promise<number>;

/** How a number of viewers fared. */
export interface LoadResult {
  viewers: number;
  viewsPerSecond: number;
  /** In milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  bytesPerView: number;
}

/**
 * Lets viewers look at a page again and again, each as soon as it has the answer, for a while.
 *
 * @throws Error of the first view that fails.
 */
export async function runViewers(options: {
  viewers: number;
  durationMs: number;
  view: View;
}): Promise<LoadResult> {
  const { viewers, durationMs, view } = options;
  const times = new Times();
  let bytes = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + durationMs;
  await Promise.all(
    Array.from({ length: viewers }, async (_, viewer) => {
      do {
        const from = performance.now();
        const received = await view(viewer);
        bytes += received;
        times.add(performance.now() - from);
      } while (performance.now() < endsAt);
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    viewers,
    viewsPerSecond: times.count / seconds,
    p50: times.percentile(50),
    p95: times.percentile(95),
    p99: times.percentile(99),
    bytesPerView: bytes / times.count,
  };
}
