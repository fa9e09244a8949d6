import { isNotAnswered } from './Requests';
import { Times } from './Times';

/**
 * One view of a page: everything it asks for; answers with the bytes received, once nothing of it
 * is on its way any more.
 */
export type View = (viewer: number) => Promise<number>;

/**
 * The bytes of one view; `undefined` when it was not answered in time.
 *
 * @throws Error when it fails in another way.
 */
export async function patiently(
  view: View,
  viewer: number,
): Promise<number | undefined> {
  try {
    return await view(viewer);
  } catch (error) {
    if (isNotAnswered(error)) {
      return undefined;
    }
    throw error;
  }
}

/** How a number of viewers fared. */
export interface LoadResult {
  viewers: number;
  /** Of those that were answered. */
  viewsPerSecond: number;
  /** Views that the viewer gave up after a minute. */
  notAnswered: number;
  /** In milliseconds; a view that was given up counts with the time until then. */
  p50: number;
  p95: number;
  p99: number;
  bytesPerView: number;
}

/**
 * Lets viewers look at a page again and again, each as soon as it has the answer, for a while.
 *
 * @throws Error of the first view that fails, other than by not being answered in time.
 */
export async function runViewers(options: {
  viewers: number;
  durationMs: number;
  view: View;
}): Promise<LoadResult> {
  const { viewers, durationMs, view } = options;
  const times = new Times();
  let bytes = 0;
  let notAnswered = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + durationMs;
  await Promise.all(
    Array.from({ length: viewers }, async (_, viewer) => {
      do {
        const from = performance.now();
        const received = await patiently(view, viewer);
        bytes += received ?? 0;
        notAnswered += received === undefined ? 1 : 0;
        times.add(performance.now() - from);
      } while (performance.now() < endsAt);
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const answered = times.count - notAnswered;
  return {
    viewers,
    viewsPerSecond: answered / seconds,
    notAnswered,
    p50: times.percentile(50),
    p95: times.percentile(95),
    p99: times.percentile(99),
    bytesPerView: bytes / answered,
  };
}
