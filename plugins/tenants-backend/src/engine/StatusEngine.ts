import { LoggerService } from '@backstage/backend-plugin-api';
import { StatusSource } from '@tenantry/plugin-tenants-node';
import { setTimeout as delay } from 'node:timers/promises';
import {
  ObservationBoard,
  runSource,
  ServerState,
  StatusCollector,
} from '../collector';
import { ChangeSignal } from '../live/ChangeSignal';
import { RegistryView } from '../registry/RegistryView';
import { StatusStore } from '../store';

export interface StatusEngineOptions {
  sources: readonly StatusSource[];
  registry: RegistryView;
  store: StatusStore;
  change: ChangeSignal;
  logger: LoggerService;
  /** Statuses that are not confirmed for longer turn Unknown, in milliseconds. */
  staleAfterMs: number;
}

/** Sources that do not end in time are left behind. */
const stopTimeoutMs = 5_000;

/**
 * Everything that runs in the background: sources, what they report, and what is made of it.
 */
export class StatusEngine {
  readonly #options: StatusEngineOptions;
  readonly #board: ObservationBoard;
  readonly #stopping = new AbortController();
  #running: Promise<void>[] = [];

  /** The statuses as they are now. */
  readonly collector: StatusCollector;

  constructor(options: StatusEngineOptions) {
    this.#options = options;
    this.#board = new ObservationBoard({
      sources: options.sources.map(({ id }) => id),
      startedAt: new Date(),
    });
    this.collector = new StatusCollector({
      ...options,
      board: this.#board,
      onStored: () => options.change.send(),
    });
  }

  /** What the sources say about their servers. */
  servers(): ServerState[] {
    return this.#board.servers();
  }

  async start(): Promise<void> {
    const { sources, registry, logger } = this.#options;
    const { signal } = this.#stopping;
    await this.collector.start(signal);
    this.#running = sources.map(source =>
      runSource({
        source,
        bindings: registry,
        sink: this.#board.sinkOf(source.id),
        logger: logger.child({ source: source.id }),
        signal,
      }),
    );
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#options.change.stop();
    await Promise.race([
      Promise.all(this.#running),
      delay(stopTimeoutMs, undefined, { ref: false }),
    ]);
    await this.collector.settled();
  }
}
