/** How long work may keep everything else waiting, in milliseconds, while there is little else… */
const shortSliceMs = 2;
/** …and while there is much else, which would leave it too small a share otherwise. */
const longSliceMs = 8;
/** Of the time that everything else took. */
const share = 1 / 4;

let sliceMs = shortSliceMs;
let sliceStartedAt = -Infinity;
const waiting: (() => void)[] = [];

/**
 * Lets long work make way for everything else: whoever awaits this between pieces of work waits
 * for a turn of the event loop when the slice of time is used up. All such work of the process
 * shares one slice in each turn, so that much of it does not take longer turns than little.
 *
 * @public
 */
export function pace(): Promise<void> | undefined {
  return performance.now() - sliceStartedAt < sliceMs ? undefined : turn();
}

function turn(): Promise<void> {
  return new Promise(resolve => {
    waiting.push(resolve);
    if (waiting.length === 1) {
      setImmediate(beginSlice);
    }
  });
}

function beginSlice(): void {
  const now = performance.now();
  const othersMs = now - sliceStartedAt - sliceMs;
  sliceMs = Math.min(Math.max(othersMs * share, shortSliceMs), longSliceMs);
  sliceStartedAt = now;
  waiting.shift()?.();
  if (waiting.length > 0) {
    setImmediate(beginSlice);
  }
}
