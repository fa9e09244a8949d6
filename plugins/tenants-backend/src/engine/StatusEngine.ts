import { stringifyError } from '@backstage/errors';
import { TenantEnvironmentDetails } from '@tenantry/plugin-tenants-common';
import { setTimeout as delay } from 'node:timers/promises';
import {
  EnvironmentKey,
  HeardServer,
  keyOf,
  Outbox,
  ServerBook,
  SourceRunner,
  WorkUnit,
  workUnits,
} from '../collector';
import { Lease, LeaseKeeper } from '../leases';
import { confirm } from '../status';
import { KeptStatus, StatusBook } from '../statuses';
import { ObservationBatch } from '../store';
import { createEngineMetrics, EngineMetrics } from '../telemetry/EngineMetrics';
import { Assembly } from './Assembly';
import { Follower } from './Follower';
import { StatusEngineOptions } from './StatusEngineOptions';

/** Name of the lease for putting statuses together. */
const assemblyUnit = 'assembly';
/** Sources that do not end in time are left behind. */
const stopTimeoutMs = 5_000;

/**
 * Everything that runs in the background: this replica's share of the sources, and what is made
 * of what all of them say.
 */
export class StatusEngine {
  readonly #options: StatusEngineOptions;
  readonly #book = new StatusBook();
  readonly #servers = new ServerBook();
  readonly #outbox: Outbox;
  readonly #runner: SourceRunner;
  readonly #follower: Follower;
  readonly #keeper: LeaseKeeper;
  readonly #stopping = new AbortController();
  #assembly: Assembly | undefined;
  #running: Promise<void>[] = [];

  readonly metrics: EngineMetrics;

  constructor(options: StatusEngineOptions) {
    const { registry, logger, store, staleAfterMs, timing } = options;
    this.#options = options;
    this.#outbox = new Outbox({
      ...timing,
      logger,
      store: store.observations,
      confirmAfterMs: staleAfterMs / 4,
      onSaid: batches => this.#hear(batches),
      onLost: lease => this.#keeper.noteLost(lease),
    });
    this.#runner = new SourceRunner({
      bindings: registry,
      outbox: this.#outbox,
      servers: this.#servers,
      logger,
    });
    this.#follower = new Follower({
      ...options,
      ...timing,
      book: this.#book,
      servers: this.#servers,
      onStatuses: () => options.change.send(),
      onObserved: keys => this.#assembly?.assembleSoon(keys),
    });
    this.#keeper = new LeaseKeeper({
      ...options,
      ...timing,
      now: timing?.leaseClock,
      store: store.leases,
      holder: this,
    });
    this.metrics = createEngineMetrics({
      metrics: options.metrics,
      servers: this.#servers,
      observes: server => this.replicaOf(server) === options.replica,
    });
  }

  /** Status of a tenant environment, as far as one is known; another object after each change. */
  statusOf(key: EnvironmentKey): KeptStatus | undefined {
    return this.#book.get(key);
  }

  /** All of it, with the times at which its sources last confirmed what it says. */
  confirmedStatusOf(key: EnvironmentKey): TenantEnvironmentDetails | undefined {
    const status = this.#book.details(key);
    return status && confirm(status, source => this.confirmedAt(source, key));
  }

  /** When a source last confirmed what it says of a tenant environment. */
  confirmedAt(source: string, key: EnvironmentKey): string | undefined {
    return this.#servers.confirmedAt(source, key);
  }

  /** What the sources say about their servers. */
  servers(): HeardServer[] {
    return this.#servers.all();
  }

  /** The replica that observes a server; `undefined` while none does. */
  replicaOf({
    source,
    server,
  }: Pick<HeardServer, 'source' | 'server'>): string | undefined {
    const { holders } = this.#keeper;
    return (
      holders.get(`source/${source}/${server}`) ??
      holders.get(`source/${source}`)
    );
  }

  /** The lease by which this replica puts the statuses together; absent while another one does. */
  get assemblyLease(): Lease | undefined {
    return this.#assembly?.lease;
  }

  /** Serves what is stored, and begins to take a share of the work. */
  async start(): Promise<void> {
    const { bus, registry } = this.#options;
    const { signal } = this.#stopping;
    await this.#follower.start();
    registry.onChange(() => this.#followRegistry(), signal);
    await bus.listen(() => this.#follower.wake());
    this.#running = [this.#keeper.run(signal), this.#follower.run(signal)];
  }

  /** Time has passed: statuses may have become stale, and tenants may have gone. */
  async timePasses(): Promise<void> {
    if (this.#assembly) {
      await this.#assembly.timePasses();
    } else if (this.#options.registry.isRead) {
      this.#forgetStatuses();
    }
  }

  /** Stores what waits, and hands the work over to others. */
  async stop(): Promise<void> {
    const { change, bus } = this.#options;
    this.#stopping.abort();
    await Promise.race([
      this.#handOver(),
      delay(stopTimeoutMs, undefined, { ref: false }),
    ]);
    change.stop();
    bus.stop();
  }

  /** As in `LeaseHolder`. */
  wanted(): string[] {
    return this.#options.registry.isRead
      ? [assemblyUnit, ...this.#units().map(({ name }) => name)]
      : [];
  }

  /** As in `LeaseHolder`. */
  acquired(lease: Lease): void {
    if (lease.unit === assemblyUnit) {
      this.#beginAssembly(lease);
      return;
    }
    const unit = this.#units().find(({ name }) => name === lease.unit);
    if (unit) {
      this.#runner.start(unit, lease);
    }
  }

  /** As in `LeaseHolder`. */
  lost(lease: Lease): void {
    if (lease.unit === assemblyUnit) {
      this.#assembly?.end();
      this.#assembly = undefined;
    } else {
      this.#runner.stop(lease);
    }
  }

  async #handOver(): Promise<void> {
    await Promise.all(this.#running);
    await this.#outbox.settled();
    await this.#assembly?.settled();
    const ended = this.#runner.stopAll();
    await this.#keeper
      .releaseAll()
      .catch(error =>
        this.#options.logger.warn(
          `Work cannot be handed over: ${stringifyError(error)}`,
        ),
      );
    await ended;
  }

  #units(): WorkUnit[] {
    const { sources, registry } = this.#options;
    return workUnits(sources, registry.current());
  }

  /** What was said about a server that nobody asks any more says nothing about tenants. */
  #followRegistry(): void {
    this.#keeper.wake();
    const asked = new Set(this.#units().map(({ name }) => name));
    this.#servers.retain(
      ({ source, server }) =>
        asked.has(`source/${source}/${server}`) ||
        asked.has(`source/${source}`),
    );
  }

  /** The replica that puts the statuses together forgets those in the database. */
  #forgetStatuses(): void {
    const bindings = [...this.#options.registry.current().values()];
    const known = new Set(bindings.map(keyOf));
    this.#book
      .all()
      .map(keyOf)
      .filter(key => !known.has(key))
      .forEach(key => this.#book.forget(key));
  }

  #beginAssembly(lease: Lease): void {
    const { store, change, timing } = this.#options;
    this.#assembly = new Assembly({
      ...this.#options,
      ...timing,
      metrics: this.metrics,
      lease,
      servers: this.#servers,
      book: this.#book,
      store: store.statuses,
      follower: this.#follower,
      onChanged: () => {
        change.send();
        this.#tellOthers();
      },
      onLost: lost => this.#keeper.noteLost(lost),
    });
    this.#assembly.begin();
  }

  #hear(batches: readonly ObservationBatch[]): void {
    const heardAt = new Date().toISOString();
    for (const { source, observations, servers } of batches) {
      for (const observation of observations) {
        this.#assembly?.hear(source, observation, heardAt);
      }
      const keys = servers.flatMap(state => this.#servers.put(state, heardAt));
      this.#assembly?.assembleSoon([...keys, ...observations.map(keyOf)]);
    }
    this.#tellOthers();
  }

  #tellOthers(): void {
    if (!this.#keeper.isAlone) {
      this.#options.bus.tell();
    }
  }
}
