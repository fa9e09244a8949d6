import { setImmediate } from 'node:timers/promises';

/** Items that are worked on before others get their turn. */
const batch = 1_000;

/** Batches of the items, between which requests and timers get their turn. */
export async function* inBatches<T>(
  items: readonly T[],
): AsyncGenerator<readonly T[]> {
  for (let start = 0; start < items.length; start += batch) {
    if (start > 0) await setImmediate();
    yield items.slice(start, start + batch);
  }
}
