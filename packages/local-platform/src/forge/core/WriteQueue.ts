import pLimit from 'p-limit';
import { ForgeLogger, Push } from '../types';
import { ForgeEvents } from './ForgeEvents';
import { PushLog } from './PushLog';

/**
 * Lets one writer at a time at the repository and the records, and announces afterwards what it
 * did to the branches.
 *
 * Git's own check of the old value stays the guarantee against half-applied changes; the queue
 * makes two requests at once wait for each other instead of failing.
 */
export interface WriteQueue {
  /** Runs `action` in the name of a user; its pushes are announced even when it fails. */
  run<T>(login: string, action: () => Promise<T>): Promise<T>;
  /** Resolves once nothing is under way. */
  idle(): Promise<void>;
}

export function createWriteQueue(options: {
  pushLog: PushLog;
  events: ForgeEvents;
  /** Called with the pushes, still alone, before anybody else hears of them. */
  follow: (pushes: Push[]) => Promise<void>;
  logger: ForgeLogger;
}): WriteQueue {
  const { pushLog, events, follow, logger } = options;
  const limit = pLimit(1);

  // What was written stays written, so a failure here must not turn it into an error.
  const announce = async (login: string) => {
    try {
      const pushes = await pushLog.collect(login);
      await follow(pushes);
      pushes.forEach(push => events.emit('push', push));
    } catch (error) {
      logger.warn(`What ${login} wrote could not be announced: ${error}`);
    }
  };

  return {
    run: (login, action) =>
      limit(async () => {
        try {
          return await action();
        } finally {
          await announce(login);
        }
      }),
    idle: () => limit(async () => {}),
  };
}
