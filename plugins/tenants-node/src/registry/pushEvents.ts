import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Topics of the events service on which forges announce pushes.
 *
 * @public
 */
export const registryEventTopics: readonly string[] = [
  'gitea',
  'github.push',
  'gitlab.push',
];

const defaultSettleMs = 500;

/**
 * Calls back soon after a forge announced a push.
 *
 * Anybody may be able to send such an event, so its content is not read: it is only a hint to ask
 * the forge. Events that arrive close together, or while the listener runs, are answered by one
 * call, and two calls never overlap. What the listener throws is logged.
 *
 * @public
 */
export async function subscribeToPushEvents(options: {
  events: EventsService;
  /** Stable and unique among the subscribers of the backend. */
  id: string;
  logger: LoggerService;
  listener: () => Promise<void>;
  /** How long to wait for further events; 500 by default. */
  settleMs?: number;
}): Promise<void> {
  const { events, id, logger, listener, settleMs = defaultSettleMs } = options;
  let announced = false;
  let answering = false;

  async function answer() {
    answering = true;
    while (announced) {
      await sleep(settleMs, undefined, { ref: false });
      announced = false;
      await listener().catch(error =>
        logger.error(`The push event could not be answered.`, toError(error)),
      );
    }
    answering = false;
  }

  await events.subscribe({
    id,
    topics: [...registryEventTopics],
    async onEvent() {
      announced = true;
      if (!answering) {
        void answer();
      }
    },
  });
}
