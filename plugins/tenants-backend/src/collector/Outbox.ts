import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { StatusSink } from '@tenantry/plugin-tenants-node';
import { Lease } from '../leases';
import { ObservationBatch, ObservationStore } from '../store';
import { Consequence, OutboxEntry } from './OutboxEntry';

export interface OutboxOptions {
  store: Pick<ObservationStore, 'writeObservations'>;
  logger: LoggerService;
  /** What was said, once others can read it, or at once while the database is away. */
  onSaid(batches: readonly ObservationBatch[]): void;
  /** Another replica has taken a lease. */
  onLost(lease: Lease): void;
  /** Time after which something that is said again without news is stored again. */
  confirmAfterMs: number;
  now?: () => number;
  /** What is said within this time is stored at once; 100 ms by default. */
  coalesceMs?: number;
  /** Wait before what could not be stored is tried again; 2 s by default. */
  retryMs?: number;
}

/**
 * Stores what the sources of this replica say, as long as it holds their leases. Only the latest
 * is kept of each thing, so what waits is bounded by what there is.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #entries = new Map<string, OutboxEntry>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #failing = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** The sink of a run of a source. What it takes after the lease is dropped goes nowhere. */
  open(run: {
    lease: Lease;
    source: string;
    answeredAt: ReadonlyMap<string, string>;
  }): StatusSink {
    const { confirmAfterMs, now = Date.now } = this.#options;
    const entry = new OutboxEntry({ ...run, confirmAfterMs, now });
    this.#entries.set(run.lease.unit, entry);
    return {
      report: observation => {
        this.#tell(entry, entry.report(observation));
      },
      reportConnectivity: (connectivity, affected) => {
        this.#tell(entry, entry.reportConnectivity(connectivity, affected));
      },
    };
  }

  /** Drops what waits for a lease that is no longer held. */
  close({ unit, epoch }: Lease): void {
    if (this.#entries.get(unit)?.lease.epoch === epoch) {
      this.#entries.delete(unit);
    }
  }

  /** Resolves once everything that waits has been stored, or could not be. */
  async settled(): Promise<void> {
    this.#flush();
    await this.#writing;
  }

  /** What has to be stored is told afterwards; a mere confirmation can be told at once. */
  #tell(entry: OutboxEntry, { isNews, confirmation }: Consequence): void {
    if (this.#entries.get(entry.lease.unit) !== entry) {
      return;
    }
    if (confirmation) {
      this.#options.onSaid([confirmation]);
    }
    if (isNews) {
      this.#flushIn(this.#options.coalesceMs ?? 100);
    }
  }

  #flushIn(ms: number): void {
    this.#timer ??= setTimeout(() => this.#flush(), ms).unref();
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#write());
  }

  async #write(): Promise<void> {
    const { store, onSaid, onLost } = this.#options;
    const batches = [...this.#entries.values()].flatMap(
      entry => entry.take() ?? [],
    );
    if (batches.length === 0) {
      return;
    }
    try {
      const lost = await store.writeObservations(batches);
      this.#failing = false;
      onSaid(batches.filter(({ lease }) => !lost.includes(lease)));
      lost.forEach(lease => onLost(lease));
    } catch (error) {
      this.#warn(error);
      batches.forEach(batch =>
        this.#entries.get(batch.lease.unit)?.giveBack(batch),
      );
      onSaid(batches);
      this.#flushIn(this.#options.retryMs ?? 2_000);
    }
  }

  #warn(error: unknown): void {
    if (!this.#failing) {
      this.#options.logger.warn(
        `Observations cannot be stored: ${stringifyError(error)}`,
      );
    }
    this.#failing = true;
  }
}
