import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { SignalsService } from '@backstage/plugin-signals-node';

/** Channel that pages listen to. */
export const changeChannel = 'tenants';

/**
 * Tells open pages that something has changed, at most once in an interval. It does not say what:
 * everybody can listen, and each page asks the API again as its own user.
 */
export class ChangeSignal {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  readonly #intervalMs: number;
  #sentAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: {
    signals: SignalsService;
    logger: LoggerService;
    /** One second by default. */
    intervalMs?: number;
  }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
    this.#intervalMs = options.intervalMs ?? 1_000;
  }

  /** Sends now, or as soon as the interval allows. */
  send(): void {
    const wait = this.#sentAt + this.#intervalMs - performance.now();
    if (wait <= 0) {
      this.#publish();
    } else {
      this.#timer ??= setTimeout(() => this.#publish(), wait).unref();
    }
  }

  /** Drops what waits. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #publish(): void {
    this.stop();
    this.#sentAt = performance.now();
    this.#signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: changeChannel,
        message: { type: 'tenants-changed' },
      })
      .catch(error =>
        this.#logger.warn(`Pages cannot be told: ${stringifyError(error)}`),
      );
  }
}
