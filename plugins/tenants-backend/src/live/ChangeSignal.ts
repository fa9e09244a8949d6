import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { SignalsService } from '@backstage/plugin-signals-node';
import { createThrottle, Throttle } from './throttle';

/** Channel that pages listen to. */
export const changeChannel = 'tenants';

/**
 * Tells open pages that something has changed, at most once in an interval. It does not say what:
 * everybody can listen, and each page asks the API again as its own user. Each replica sends its
 * own once it has the news, since a page may ask any of them.
 */
export class ChangeSignal {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  readonly #throttle: Throttle;

  constructor(options: {
    signals: SignalsService;
    logger: LoggerService;
    /** One second by default. */
    intervalMs?: number;
  }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
    this.#throttle = createThrottle(options.intervalMs ?? 1_000, () =>
      this.#publish(),
    );
  }

  /** Sends now, or as soon as the interval allows. */
  send(): void {
    this.#throttle.call();
  }

  /** Drops what waits. */
  stop(): void {
    this.#throttle.stop();
  }

  #publish(): void {
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
