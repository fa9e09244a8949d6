import {
  Connectivity,
  Observation,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import { Lease } from '../leases';
import { ObservationBatch } from '../store';
import { digestOf } from './digestOf';
import { EnvironmentKey, keyOf } from './EnvironmentKey';
import { ServerState } from './ServerState';

export interface OutboxEntryOptions {
  lease: Lease;
  /** Id of the source. */
  source: string;
  /** When each server last answered, as far as is known; RFC 3339 in UTC. */
  answeredAt: ReadonlyMap<string, string>;
  /** As in `OutboxOptions`. */
  confirmAfterMs: number;
  now: () => number;
}

/** What was said last; a digest, because the text itself would take up much more. */
interface Said {
  digest: string;
  at: number;
}

/** What follows from something that was said; nothing, where that is known already. */
export interface Consequence {
  /** Whether it waits to be stored. */
  isNews?: boolean;
  /** What is told at once, because the same was stored a short while ago. */
  confirmation?: ObservationBatch;
}

/** What one run of a source has said and is not stored yet. */
export class OutboxEntry {
  readonly #options: OutboxEntryOptions;
  readonly #said = new Map<string, Said>();
  readonly #answeredAt: Map<string, string>;
  #reportsServers = false;
  #observations = new Map<EnvironmentKey, Observation>();
  #servers = new Map<string, ServerState>();

  constructor(options: OutboxEntryOptions) {
    this.#options = options;
    this.#answeredAt = new Map(options.answeredAt);
  }

  get lease(): Lease {
    return this.#options.lease;
  }

  report(observation: Observation): Consequence {
    const key = keyOf(observation);
    const confirmAfterMs = this.#reportsServers
      ? Infinity
      : this.#options.confirmAfterMs;
    if (!this.#isKnown(`observation ${key}`, observation, confirmAfterMs)) {
      this.#observations.set(key, observation);
      return { isNews: true };
    }
    // A server that answers confirms everything that was said before.
    return this.#reportsServers
      ? {}
      : { confirmation: this.#batch([observation], []) };
  }

  reportConnectivity(
    connectivity: Connectivity,
    affected: readonly Pick<TenantBinding, 'tenant' | 'environment'>[],
  ): Consequence {
    const state = this.#stateOf(connectivity, affected.map(keyOf));
    const { statistics: _, ...news } = state;
    const { confirmAfterMs } = this.#options;
    this.#reportsServers = true;
    if (this.#isKnown(`server ${state.server}`, news, confirmAfterMs)) {
      return { confirmation: this.#batch([], [state]) };
    }
    this.#servers.set(state.server, state);
    return { isNews: true };
  }

  /** What is to be stored now, if anything. */
  take(): ObservationBatch | undefined {
    const batch = this.#batch(
      [...this.#observations.values()],
      [...this.#servers.values()],
    );
    this.#observations = new Map();
    this.#servers = new Map();
    const isEmpty = batch.observations.length + batch.servers.length === 0;
    return isEmpty ? undefined : batch;
  }

  /** Takes back what could not be stored, unless there is something newer. */
  giveBack({ observations, servers }: ObservationBatch): void {
    for (const observation of observations) {
      const key = keyOf(observation);
      this.#observations.set(key, this.#observations.get(key) ?? observation);
    }
    for (const state of servers) {
      const { server } = state;
      this.#servers.set(server, this.#servers.get(server) ?? state);
    }
  }

  #stateOf(
    connectivity: Connectivity,
    affected: EnvironmentKey[],
  ): ServerState {
    const { server, connected, observedAt } = connectivity;
    if (connected) {
      this.#answeredAt.set(server, observedAt);
    }
    const answeredAt = this.#answeredAt.get(server);
    return {
      ...connectivity,
      source: this.#options.source,
      ...(answeredAt && { answeredAt }),
      affected,
    };
  }

  /** Notes what is said, and whether it is no news. */
  #isKnown(name: string, said: object, confirmAfterMs: number): boolean {
    const before = this.#said.get(name);
    const at = this.#options.now();
    const digest = digestOf(said);
    if (digest === before?.digest && at - before.at < confirmAfterMs) {
      return true;
    }
    this.#said.set(name, { digest, at });
    return false;
  }

  #batch(
    observations: Observation[],
    servers: ServerState[],
  ): ObservationBatch {
    const { lease, source } = this.#options;
    return { lease, source, observations, servers };
  }
}
