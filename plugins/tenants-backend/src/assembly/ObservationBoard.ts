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

interface HeardObservation {
  /** As in the observation. */
  observedAt: string;
  observation: Packed<Observation>;
  /** By the clock of this replica, RFC 3339 in UTC. */
  heardAt: string;
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
    const key = keyOf(binding);
    return this.#sources
      .filter(source => concerns(source, binding))
      .map(({ id }) => this.#stateOf(id, key, this.#heard.get(id)?.get(key)));
  }

  #stateOf(
    source: string,
    key: EnvironmentKey,
    heard: HeardObservation | undefined,
  ): SourceState {
    const servers = this.#servers.serversOf(source, key);
    const lost = servers.find(({ connected }) => !connected);
    const answering = servers.filter(({ connected }) => connected);
    const confirmations = heard ? [heard, ...answering] : [];
    return {
      source,
      observation: heard?.observation.unpack(),
      confirmedAt:
        latest(confirmations.map(({ observedAt }) => observedAt)) ??
        this.#startedAt,
      heardAt:
        latest(confirmations.map(({ heardAt }) => heardAt)) ?? this.#startedAt,
      ...(lost && {
        disconnected: { server: lost.server, message: lost.message },
      }),
    };
  }
}
