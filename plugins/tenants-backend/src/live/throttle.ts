/** Something that happens at most once in an interval, however often it is asked for. */
export interface Throttle {
  /** Does it now, or as soon as the interval allows. */
  call(): void;
  /** Drops what waits. */
  stop(): void;
}

export function createThrottle(intervalMs: number, act: () => void): Throttle {
  let doneAt = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const now = () => {
    stop();
    doneAt = performance.now();
    act();
  };
  return {
    stop,
    call() {
      const wait = doneAt + intervalMs - performance.now();
      if (wait <= 0) {
        now();
      } else {
        timer ??= setTimeout(now, wait).unref();
      }
    },
  };
}
