import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { createThrottle, Throttle } from './throttle';

const topic = 'tenants.stored';
const intervalMs = 200;

/**
 * Tells the other replicas that something was stored, so that they need not wait for their next
 * look into the database. It says no more than that: what is new they read for themselves.
 */
export class ReplicaBus {
  readonly #events: EventsService;
  readonly #logger: LoggerService;
  readonly #replica: string;
  readonly #throttle: Throttle;

  constructor(options: {
    events: EventsService;
    logger: LoggerService;
    /** Id of this replica. */
    replica: string;
  }) {
    this.#events = options.events;
    this.#logger = options.logger;
    this.#replica = options.replica;
    this.#throttle = createThrottle(intervalMs, () => this.#publish());
  }

  tell(): void {
    this.#throttle.call();
  }

  /** Calls back when another replica has stored something. */
  async listen(listener: () => void): Promise<void> {
    await this.#events.subscribe({
      // Replicas with the same id would share the events instead of each getting all of them.
      id: `tenants-${this.#replica}`,
      topics: [topic],
      onEvent: async ({ eventPayload }) => {
        if (senderOf(eventPayload) !== this.#replica) {
          listener();
        }
      },
    });
  }

  stop(): void {
    this.#throttle.stop();
  }

  #publish(): void {
    this.#events
      .publish({ topic, eventPayload: { replica: this.#replica } })
      .catch(error =>
        this.#logger.warn(
          `Other replicas cannot be told: ${stringifyError(error)}`,
        ),
      );
  }
}

function senderOf(payload: unknown): unknown {
  return payload && typeof payload === 'object' && 'replica' in payload
    ? payload.replica
    : undefined;
}
