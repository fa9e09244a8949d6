import { stringifyError } from '@backstage/errors';
import { Observation } from '@tenantry/plugin-tenants-node';
import { setTimeout as delay } from 'node:timers/promises';
import {
  Assembler,
  AssemblerOptions,
  KnownSource,
  ObservationBoard,
  StatusWriter,
} from '../assembly';
import { EnvironmentKey, ServerBook } from '../collector';
import { Lease } from '../leases';
import { StatusStore } from '../store';
import { Follower } from './Follower';

export interface AssemblyOptions
  extends Omit<AssemblerOptions, 'board' | 'servers' | 'writer' | 'store'> {
  lease: Lease;
  sources: readonly KnownSource[];
  servers: ServerBook;
  store: StatusStore;
  follower: Follower;
  onChanged(): void;
  onLost(lease: Lease): void;
  /** Wait before the observations are read again when they cannot be; 2 s by default. */
  retryMs?: number;
}

/** Puts the statuses together for as long as this replica holds the lease for it. */
export class Assembly {
  readonly #options: AssemblyOptions;
  readonly #board: ObservationBoard;
  readonly #writer: StatusWriter;
  readonly #assembler: Assembler;
  readonly #ended = new AbortController();
  #isReady = false;

  constructor(options: AssemblyOptions) {
    const { registry, now = () => new Date() } = options;
    this.#options = options;
    this.#board = new ObservationBoard({ ...options, startedAt: now() });
    this.#writer = new StatusWriter(options);
    this.#assembler = new Assembler({
      ...options,
      board: this.#board,
      writer: this.#writer,
    });
    registry.onChange(() => this.refresh(), this.#ended.signal);
  }

  /** Absent until everything that is stored has been taken up. */
  get lease(): Lease | undefined {
    return this.#isReady ? this.#options.lease : undefined;
  }

  /** Takes up what is stored, as often as it takes; rejects never. */
  async begin(): Promise<void> {
    const { follower, logger, retryMs = 2_000 } = this.#options;
    const { signal } = this.#ended;
    while (!signal.aborted && !this.#isReady) {
      try {
        await follower.followObservations(this.#board);
        this.#isReady = true;
      } catch (error) {
        logger.warn(`Observations cannot be read: ${stringifyError(error)}`);
        await delay(retryMs, undefined, { signal }).catch(() => undefined);
      }
    }
    if (!signal.aborted) {
      this.refresh();
    }
  }

  hear(source: string, observation: Observation, heardAt: string): void {
    this.#board.put(source, observation, heardAt);
  }

  assembleSoon(keys: readonly EnvironmentKey[]): void {
    if (this.#isReady) {
      this.#assembler.assembleSoon(keys);
    }
  }

  /** As in `Assembler`. */
  async timePasses(): Promise<void> {
    if (this.#isReady) {
      await this.#assembler.timePasses();
    }
  }

  /** Puts every status together again. */
  refresh(): void {
    if (this.#isReady) {
      this.#assembler.refresh();
    }
  }

  /** Resolves once everything that waits is stored, or could not be. */
  async settled(): Promise<void> {
    if (this.#isReady) {
      await this.#assembler.settled();
    }
  }

  /** The lease is not held any more. */
  end(): void {
    this.#ended.abort();
    this.#assembler.stop();
    this.#writer.stop();
    this.#options.follower.followStatuses();
  }
}
