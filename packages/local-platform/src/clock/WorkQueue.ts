import { Logger } from '../Logger';
import { Clock } from './Clock';

/** Keys that wait to be looked at, each at most once. */
export interface WorkQueue {
  /** The earlier one counts when the key waits already. The delay is in milliseconds. */
  add(key: string, delayMs?: number): void;
  close(): void;
}

export interface WorkQueueOptions {
  clock: Clock;
  logger: Logger;
  /** Who works, for the log. */
  name: string;
  /** Looks at one key; may return after how many milliseconds to look at it again. */
  process(key: string): number | undefined;
}

const retryMs = 5_000;

/** A failure is logged, and the key is looked at again after 5 s. */
export function createWorkQueue(options: WorkQueueOptions): WorkQueue {
  const { clock, logger, name } = options;
  const waiting = new Map<string, { dueAt: number; cancel: () => void }>();

  function processSafely(key: string): number | undefined {
    try {
      return options.process(key);
    } catch (error) {
      logger.error(`${name} failed at ${key}: ${error}`);
      return retryMs;
    }
  }

  function run(key: string): void {
    waiting.delete(key);
    const againMs = processSafely(key);
    if (againMs !== undefined) {
      add(key, againMs);
    }
  }

  function add(key: string, delayMs = 0): void {
    const dueAt = clock.now().getTime() + delayMs;
    const planned = waiting.get(key);
    if (planned && planned.dueAt <= dueAt) {
      return;
    }
    planned?.cancel();
    const cancel = clock.after(delayMs, () => run(key));
    waiting.set(key, { dueAt, cancel });
  }

  return {
    add,
    close() {
      waiting.forEach(({ cancel }) => cancel());
      waiting.clear();
    },
  };
}
