import { setTimeout as delay } from 'node:timers/promises';

/** Runs the expectation until it holds; fails with its error after five seconds. */
export async function waitFor<T>(expectation: () => T): Promise<T> {
  const deadline = performance.now() + 5_000;
  for (;;) {
    try {
      return expectation();
    } catch (error) {
      if (performance.now() > deadline) {
        throw error;
      }
      await delay(10);
    }
  }
}
