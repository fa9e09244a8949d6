import { SimulatedClock } from './Clock';

interface Timer {
  dueAt: number;
  callback: () => void;
}

/** Longest delay that setTimeout keeps; longer ones are looked at again by then. */
const longestTimeoutMs = 2 ** 31 - 1;

/** Creates a clock that stands at the given moment. */
export function createSimulatedClock(startsAt: Date): SimulatedClock {
  const timers = new Set<Timer>();
  let standsAt: number | undefined = startsAt.getTime();
  let wakeUp: NodeJS.Timeout | undefined;
  let closed = false;

  const nowMs = () => standsAt ?? Date.now();

  function next(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of timers) {
      if (!first || timer.dueAt < first.dueAt) {
        first = timer;
      }
    }
    return first;
  }

  function runDue(until: number, onRun: (timer: Timer) => void = () => {}) {
    for (let timer = next(); timer; timer = next()) {
      if (timer.dueAt > until) {
        return;
      }
      timers.delete(timer);
      onRun(timer);
      timer.callback();
    }
  }

  function sleep(): void {
    clearTimeout(wakeUp);
    const timer = standsAt === undefined ? next() : undefined;
    if (timer) {
      const delayMs = Math.min(timer.dueAt - Date.now(), longestTimeoutMs);
      wakeUp = setTimeout(wake, Math.max(delayMs, 0));
    }
  }

  function wake(): void {
    try {
      runDue(Date.now());
    } finally {
      sleep();
    }
  }

  function moveTo(target: number): void {
    if (standsAt === undefined) {
      throw new Error('A live clock cannot be moved.');
    }
    standsAt = Math.max(standsAt, target);
  }

  return {
    now: () => new Date(nowMs()),
    after(delayMs, callback) {
      // Whole milliseconds, as dates have them: who is called back must find the time come.
      const dueAt = nowMs() + Math.max(Math.ceil(delayMs), 0);
      const timer = { dueAt, callback };
      if (!closed) {
        timers.add(timer);
        sleep();
      }
      return () => {
        timers.delete(timer);
      };
    },
    advance(durationMs) {
      const target = nowMs() + durationMs;
      runDue(target, timer => moveTo(timer.dueAt));
      moveTo(target);
    },
    skipTo(moment) {
      moveTo(moment.getTime());
      runDue(nowMs());
    },
    goLive() {
      standsAt = undefined;
      sleep();
    },
    close() {
      closed = true;
      timers.clear();
      clearTimeout(wakeUp);
    },
  };
}
