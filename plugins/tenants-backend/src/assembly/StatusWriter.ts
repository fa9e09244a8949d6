import { LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import { TenantEnvironmentDetails } from '@tenantry/plugin-tenants-common';
import { EnvironmentKey } from '../collector';
import { Lease } from '../leases';
import { NewTimelineEvent } from '../status';
import { StatusStore } from '../store';
import { EngineMetrics } from '../telemetry/EngineMetrics';
import { PendingWrites, WriteBatch } from './PendingWrites';

export interface StatusWriterOptions {
  lease: Lease;
  store: Pick<StatusStore, 'writeStatuses'>;
  logger: LoggerService;
  metrics: EngineMetrics;
  /** Called after changes have been stored, or while the database is away. */
  onChanged(): void;
  /** Another replica puts the statuses together now. */
  onLost(lease: Lease): void;
  /** Wait before what could not be stored is tried again; 2 s by default. */
  retryMs?: number;
}

/** Stores statuses and events in batches, as long as the lease is held. */
export class StatusWriter {
  readonly #options: StatusWriterOptions;
  readonly #pending = new PendingWrites();
  #writing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #failing = false;
  #stopped = false;

  constructor(options: StatusWriterOptions) {
    this.#options = options;
  }

  add(
    status: TenantEnvironmentDetails,
    events: readonly NewTimelineEvent[],
  ): void {
    this.#pending.add(status, events);
  }

  /** Drops what waits for a tenant environment, and has it removed from the store. */
  forget(key: EnvironmentKey, remove: () => Promise<void>): void {
    this.#pending.forget(key);
    this.#writing = this.#writing
      .then(remove)
      .catch(error =>
        this.#options.logger.warn(
          `${key} cannot be forgotten: ${stringifyError(error)}`,
        ),
      );
  }

  /** Stores what waits, after what is being stored. */
  write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#write());
  }

  async settled(): Promise<void> {
    await this.#writing;
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #write(): Promise<void> {
    const batch = this.#stopped ? undefined : this.#pending.take();
    if (!batch) {
      return;
    }
    const { lease, store, metrics, onChanged, onLost } = this.#options;
    const startedAt = performance.now();
    try {
      await store.writeStatuses({ lease, ...batch });
      this.#failing = false;
      metrics.written(performance.now() - startedAt);
    } catch (error) {
      if (isError(error) && error.name === 'LeaseLostError') {
        this.stop();
        onLost(lease);
        return;
      }
      this.#retryLater(batch, error);
    }
    onChanged();
  }

  /** What cannot be stored now is served all the same. */
  #retryLater(batch: WriteBatch, error: unknown): void {
    const { logger, retryMs = 2_000 } = this.#options;
    this.#pending.giveBack(batch);
    if (!this.#failing) {
      logger.warn(`Statuses cannot be stored: ${stringifyError(error)}`);
    }
    this.#failing = true;
    if (!this.#stopped) {
      this.#timer ??= setTimeout(() => this.write(), retryMs).unref();
    }
  }
}
