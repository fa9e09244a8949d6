import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { setTimeout as delay } from 'node:timers/promises';
import { Lease, LeaseRow } from './Lease';
import { LeaseStore, ReplicasState } from './LeaseStore';
import { Liveness } from './Liveness';
import { planLeases } from './planLeases';

/** Does the work of the units that this replica holds. */
export interface LeaseHolder {
  /** The units that there is something to do for; none while that is not known. */
  wanted(): readonly string[];
  acquired(lease: Lease): void;
  /** The work has to stop: it is another replica's now, or nobody's. */
  lost(lease: Lease): void;
}

export interface LeaseKeeperOptions {
  /** Id of this replica. */
  replica: string;
  store: LeaseStore;
  holder: LeaseHolder;
  logger: LoggerService;
  /** Time between two beats, in milliseconds; 3 s by default. */
  beatMs?: number;
  /** A replica that has not beaten for so long is dead, in milliseconds; 15 s by default. */
  deadAfterMs?: number;
  /** A clock that only goes forward, in milliseconds. */
  now?: () => number;
}

/**
 * Divides the work among the replicas: takes what nobody does, up to a fair share, and gives up
 * what is beyond it. While the database is away, work goes on: nobody else can take it over.
 */
export class LeaseKeeper {
  readonly #options: LeaseKeeperOptions;
  readonly #liveness: Liveness;
  readonly #held = new Map<string, Lease>();
  #holders: ReadonlyMap<string, string> = new Map();
  #replicas = 1;
  #failing = false;
  #wake = new AbortController();

  constructor(options: LeaseKeeperOptions) {
    this.#options = options;
    this.#liveness = new Liveness(options.deadAfterMs ?? 15_000);
  }

  /** Which replica does each unit, as of the last beat. */
  get holders(): ReadonlyMap<string, string> {
    return this.#holders;
  }

  /** Whether no other replica lives, as of the last beat. */
  get isAlone(): boolean {
    return this.#replicas === 1;
  }

  /** Beats until the signal aborts; never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    const { beatMs = 3_000 } = this.#options;
    while (!signal.aborted) {
      this.#wake = new AbortController();
      const either = AbortSignal.any([signal, this.#wake.signal]);
      await this.beat();
      await delay(beatMs, undefined, { signal: either }).catch(() => undefined);
    }
  }

  /** Beats at once: there may be other work. */
  wake(): void {
    this.#wake.abort();
  }

  /** Shows that this replica lives, and takes and gives up work. Never rejects. */
  async beat(): Promise<void> {
    try {
      await this.#beat();
      this.#failing = false;
    } catch (error) {
      this.#liveness.reset();
      if (!this.#failing) {
        this.#options.logger.warn(
          `Work cannot be shared with other replicas: ${stringifyError(error)}`,
        );
      }
      this.#failing = true;
    }
  }

  /** Takes note of a write that was refused because another replica holds the lease. */
  noteLost(lease: Lease): void {
    if (this.#held.get(lease.unit)?.epoch === lease.epoch) {
      this.#held.delete(lease.unit);
      this.#options.logger.warn(`Another replica does ${lease.unit} now`);
      this.#options.holder.lost(lease);
    }
  }

  /** Gives up everything, so that others can go on at once. */
  async releaseAll(): Promise<void> {
    const { store, replica } = this.#options;
    const leases = [...this.#held.values()];
    leases.forEach(lease => this.#drop(lease));
    await store.release(leases);
    await store.removeReplica(replica);
  }

  async #beat(): Promise<void> {
    const { store, holder, replica } = this.#options;
    const wanted = holder.wanted();
    if (wanted.length === 0 && this.#held.size === 0) {
      return;
    }
    const state = await store.beat(replica);
    this.#compare(state.leases);
    const replicas = await this.#livingReplicas(state);
    const { leases } = state;
    const plan = planLeases({ replica, wanted, leases, replicas });
    plan.release.forEach(lease => this.#drop(lease));
    await store.release(plan.release);
    for (const unit of plan.claim) {
      await this.#claim(unit, leases);
    }
    this.#replicas = replicas.size;
    this.#holders = new Map([
      ...leases.flatMap(({ unit, holder: by }): [string, string][] =>
        by && by !== replica ? [[unit, by]] : [],
      ),
      ...[...this.#held.keys()].map((unit): [string, string] => [
        unit,
        replica,
      ]),
    ]);
  }

  /** What is held here is what the database says, whatever an answer that got lost has said. */
  #compare(rows: readonly LeaseRow[]): void {
    const stored = new Map(rows.map(row => [row.unit, row]));
    for (const lease of this.#held.values()) {
      const row = stored.get(lease.unit);
      if (row?.holder !== lease.holder || row.epoch !== lease.epoch) {
        this.noteLost(lease);
      }
    }
    const { replica } = this.#options;
    for (const { unit, holder, epoch } of rows) {
      if (holder === replica && !this.#held.has(unit)) {
        this.#take({ unit, holder, epoch });
      }
    }
  }

  async #livingReplicas({ beats }: ReplicasState): Promise<Set<string>> {
    const { store, replica, logger, now } = this.#options;
    const replicas = new Set([...beats.keys(), replica]);
    const at = now?.() ?? performance.now();
    for (const dead of this.#liveness.look(beats, at)) {
      if (dead !== replica) {
        logger.warn(`The replica ${dead} shows no sign of life`);
        replicas.delete(dead);
        await store.removeReplica(dead, beats.get(dead));
      }
    }
    return replicas;
  }

  async #claim(unit: string, rows: readonly LeaseRow[]): Promise<void> {
    const { store, replica } = this.#options;
    const known = rows.find(row => row.unit === unit);
    const lease = await store.claim(unit, known, replica);
    if (lease) {
      this.#take(lease);
    }
  }

  #take(lease: Lease): void {
    this.#held.set(lease.unit, lease);
    this.#options.holder.acquired(lease);
  }

  #drop(lease: Lease): void {
    if (this.#held.delete(lease.unit)) {
      this.#options.holder.lost(lease);
    }
  }
}
