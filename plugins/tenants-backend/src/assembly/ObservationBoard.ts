import {
  Observation,
  StatusSource,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import {
  concerns,
  EnvironmentKey,
  keyOf,
  latest,
  ServerBook,
} from '../collector';
import { SourceState } from '../status';
import { Packed } from '../statuses';

/** What has to be known of a source to tell which of its words count. */
export type KnownSource = Pick<StatusSource, 'id' | 'concerns'>;

interface Heard {
  /** As in the observation. */
  observedAt: string;
  /** By the clock of this replica, RFC 3339 in UTC. */
  heardAt: string;
}

interface HeardObservation extends Heard {
  observation: Packed<Observation>;
}

/**
 * The last that each source said about each tenant environment, in memory of the replica that
 * puts the statuses together.
 */
export class ObservationBoard {
  readonly #sources: readonly KnownSource[];
  readonly #heard: ReadonlyMap<string, Map<EnvironmentKey, HeardObservation>>;
  readonly #servers: ServerBook;
  readonly #startedAt: string;

  constructor(options: {
    sources: readonly KnownSource[];
    servers: ServerBook;
    startedAt: Date;
  }) {
    this.#sources = options.sources;
    this.#heard = new Map(options.sources.map(({ id }) => [id, new Map()]));
    this.#servers = options.servers;
    this.#startedAt = options.startedAt.toISOString();
  }

  /** What a source says that is not installed is left out. */
  put(source: string, observation: Observation, heardAt: string): void {
    this.#heard.get(source)?.set(keyOf(observation), {
      observedAt: observation.observedAt,
      observation: new Packed(observation),
      heardAt,
    });
  }

  /** Forgets a tenant environment that the registry no longer has. */
  forget(key: EnvironmentKey): void {
    this.#heard.forEach(observations => observations.delete(key));
  }

  /** One state for each source that has to do with it, whether it has reported or not. */
  statesOf(binding: TenantBinding): SourceState[] {
    return this.#concerned(binding).map(({ id }) => this.#stateOf(id, binding));
  }

  /** Ids of the sources that have to do with it and have not been heard at that moment or later. */
  silentSince(binding: TenantBinding, moment: Date): string[] {
    const since = moment.toISOString();
    return this.#concerned(binding)
      .map(({ id }) => id)
      .filter(id => this.#lastHeard(id, keyOf(binding)).heardAt < since);
  }

  #concerned(binding: TenantBinding): KnownSource[] {
    return this.#sources.filter(source => concerns(source, binding));
  }

  #stateOf(source: string, binding: TenantBinding): SourceState {
    const key = keyOf(binding);
    const lost = this.#servers
      .serversOf(source, key)
      .find(({ connected }) => !connected);
    const { observedAt, heardAt } = this.#lastHeard(source, key);
    return {
      source,
      observation: this.#heard.get(source)?.get(key)?.observation.unpack(),
      confirmedAt: observedAt,
      heardAt,
      ...(lost && {
        disconnected: { server: lost.server, message: lost.message },
      }),
    };
  }

  /** When the source said or confirmed something last; servers confirm only what was said. */
  #lastHeard(source: string, key: EnvironmentKey): Heard {
    const heard = this.#heard.get(source)?.get(key);
    const answering = this.#servers
      .serversOf(source, key)
      .filter(({ connected }) => connected);
    const confirmations: Heard[] = heard ? [heard, ...answering] : [];
    return {
      observedAt:
        latest(confirmations.map(({ observedAt }) => observedAt)) ??
        this.#startedAt,
      heardAt:
        latest(confirmations.map(({ heardAt }) => heardAt)) ?? this.#startedAt,
    };
  }
}
