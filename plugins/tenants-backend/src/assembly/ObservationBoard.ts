import { Observation } from '@tenantry/plugin-tenants-node';
import { EnvironmentKey, keyOf, latest, ServerBook } from '../collector';
import { SourceState } from '../status';
import { Packed } from '../statuses';

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
  readonly #sources: ReadonlyMap<string, Map<EnvironmentKey, HeardObservation>>;
  readonly #servers: ServerBook;
  readonly #startedAt: string;

  constructor(options: {
    /** Ids. */
    sources: readonly string[];
    servers: ServerBook;
    startedAt: Date;
  }) {
    this.#sources = new Map(options.sources.map(source => [source, new Map()]));
    this.#servers = options.servers;
    this.#startedAt = options.startedAt.toISOString();
  }

  /** What a source says that is not installed is left out. */
  put(source: string, observation: Observation, heardAt: string): void {
    this.#sources.get(source)?.set(keyOf(observation), {
      observedAt: observation.observedAt,
      observation: new Packed(observation),
      heardAt,
    });
  }

  /** Forgets a tenant environment that the registry no longer has. */
  forget(key: EnvironmentKey): void {
    this.#sources.forEach(observations => observations.delete(key));
  }

  /** One state for each source, whether it has reported or not. */
  statesOf(key: EnvironmentKey): SourceState[] {
    return [...this.#sources].map(([source, observations]) =>
      this.#stateOf(source, key, observations.get(key)),
    );
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
