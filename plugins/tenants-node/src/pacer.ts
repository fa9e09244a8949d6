import { setImmediate } from 'node:timers/promises';

/** How long one piece of work may keep everything else waiting, in milliseconds. */
const sliceMs = 8;

/**
 * Lets long work make way for everything else: after each slice of time, `pace` waits for a turn
 * of the event loop.
 */
export function createPacer(): () => Promise<void> | undefined {
  let startedAt = performance.now();
  return () => {
    if (performance.now() - startedAt < sliceMs) {
      return undefined;
    }
    return setImmediate().then(() => {
      startedAt = performance.now();
    });
  };
}
