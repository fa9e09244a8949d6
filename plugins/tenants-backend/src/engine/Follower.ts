import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { pace } from '@tenantry/plugin-tenants-node';
import { setTimeout as delay } from 'node:timers/promises';
import { EnvironmentKey, keyOf, ServerBook } from '../collector';
import { ObservationBoard } from '../assembly';
import { StatusBook } from '../statuses';
import { EngineStore, Versions } from '../store';

export interface FollowerOptions {
  store: EngineStore;
  book: StatusBook;
  servers: ServerBook;
  /** Id of this replica, whose own observations need not be read again. */
  replica: string;
  logger: LoggerService;
  /** Other replicas have changed statuses. */
  onStatuses(): void;
  /** Other replicas know something else about these. */
  onObserved(keys: readonly EnvironmentKey[]): void;
  now?: () => Date;
  /** Time between two looks; one second by default. */
  pollMs?: number;
}

const nothing: Versions = { observations: 0, servers: 0, statuses: 0 };

/**
 * Reads what other replicas have stored: statuses, or observations while this one puts the
 * statuses together.
 */
export class Follower {
  readonly #options: FollowerOptions;
  #known = { ...nothing };
  #board: ObservationBoard | undefined;
  #reading: Promise<void> = Promise.resolve();
  #wake = new AbortController();
  #failing = false;

  constructor(options: FollowerOptions) {
    this.#options = options;
  }

  /** Reads everything that is stored. */
  async start(): Promise<void> {
    await this.#read();
  }

  /** Looks for news until the signal aborts; never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    const { pollMs = 1_000 } = this.#options;
    while (!signal.aborted) {
      this.#wake = new AbortController();
      const either = AbortSignal.any([signal, this.#wake.signal]);
      await this.poll();
      await delay(pollMs, undefined, { signal: either }).catch(() => undefined);
    }
  }

  /** Looks for news at once. */
  wake(): void {
    this.#wake.abort();
  }

  /** Looks for news, after a look that is under way. Never rejects. */
  poll(): Promise<void> {
    this.#reading = this.#reading.then(() => this.#readGuarded());
    return this.#reading;
  }

  /**
   * Reads all observations into the board, and new ones from now on instead of statuses, which
   * this replica makes itself. What was served before is read again first: it is what the one
   * before has stored.
   *
   * @throws whatever the database throws; the board may hold a part of them then.
   */
  async followObservations(board: ObservationBoard): Promise<void> {
    await this.#reading;
    await this.#read();
    const { observations } = await this.#options.store.versions();
    await this.#readObservations(board, 0);
    this.#known.observations = observations;
    this.#board = board;
  }

  /** Reads statuses again, all of them: what this replica could not store was never true. */
  followStatuses(): void {
    this.#board = undefined;
    this.#known.statuses = 0;
    this.wake();
  }

  async #readGuarded(): Promise<void> {
    try {
      await this.#read();
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) {
        this.#options.logger.warn(
          `News of other replicas cannot be read: ${stringifyError(error)}`,
        );
      }
      this.#failing = true;
    }
  }

  async #read(): Promise<void> {
    const { store, onStatuses, onObserved } = this.#options;
    const versions = await store.versions();
    const board = this.#board;
    const keys: EnvironmentKey[] = [];
    if (versions.servers > this.#known.servers) {
      keys.push(...(await this.#readServers(this.#known.servers)));
      this.#known.servers = versions.servers;
    }
    if (board && versions.observations > this.#known.observations) {
      keys.push(
        ...(await this.#readObservations(board, this.#known.observations)),
      );
      this.#known.observations = versions.observations;
    }
    if (!board && versions.statuses > this.#known.statuses) {
      await this.#readStatuses(this.#known.statuses);
      this.#known.statuses = versions.statuses;
      onStatuses();
    }
    if (keys.length > 0) {
      onObserved(keys);
    }
  }

  async #readStatuses(version: number): Promise<void> {
    const { store, book } = this.#options;
    for await (const status of store.statuses.readStatuses(version)) {
      book.put(status);
      await pace();
    }
  }

  async #readServers(version: number): Promise<EnvironmentKey[]> {
    const { store, servers, replica } = this.#options;
    const states = await store.observations.readServers({
      version,
      except: replica,
    });
    return states.flatMap(state => servers.put(state, this.#now()));
  }

  async #readObservations(
    board: ObservationBoard,
    version: number,
  ): Promise<EnvironmentKey[]> {
    const { store, replica } = this.#options;
    const stored = store.observations.readObservations({
      version,
      ...(version > 0 && { except: replica }),
    });
    const keys: EnvironmentKey[] = [];
    for await (const { source, observation } of stored) {
      board.put(source, observation, this.#now());
      keys.push(keyOf(observation));
      await pace();
    }
    return keys;
  }

  #now(): string {
    return (this.#options.now?.() ?? new Date()).toISOString();
  }
}
