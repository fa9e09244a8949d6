import { once } from 'node:events';

/**
 * Waits no longer than this for something, whether or not it heeds its signal.
 *
 * @throws Error that says so when the time is over.
 */
export async function withinTime<Result>(
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const settled = new AbortController();
  const tooLate = once(timeout, 'abort', { signal: settled.signal }).then(
    () => {
      throw new Error(`nothing answered within ${timeoutMs / 1_000} s.`);
    },
  );
  try {
    return await Promise.race([work(timeout), tooLate]);
  } finally {
    settled.abort();
  }
}
