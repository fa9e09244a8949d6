import {
  Connectivity,
  Observation,
  StatusSink,
} from '@tenantry/plugin-tenants-node';
import { SourceState } from '../status';
import { EnvironmentKey, keyOf } from './EnvironmentKey';

/** What a source said about one of its servers. */
export interface ServerState extends Connectivity {
  source: string;
  /** When the server last answered, RFC 3339 in UTC. */
  answeredAt?: string;
}

interface SourceEntry {
  observations: Map<EnvironmentKey, Observation>;
  confirmedAt: Map<EnvironmentKey, string>;
  servers: Map<string, ServerState>;
  /** Servers that cannot be asked, for each tenant environment that needs them. */
  lost: Map<EnvironmentKey, Map<string, Connectivity>>;
}

/**
 * The last that each source said, in memory.
 */
export class ObservationBoard {
  readonly #startedAt: string;
  readonly #sources = new Map<string, SourceEntry>();
  #listener: (keys: readonly EnvironmentKey[]) => void = () => undefined;

  constructor(options: { sources: readonly string[]; startedAt: Date }) {
    this.#startedAt = options.startedAt.toISOString();
    for (const source of options.sources) {
      this.#sources.set(source, {
        observations: new Map(),
        confirmedAt: new Map(),
        servers: new Map(),
        lost: new Map(),
      });
    }
  }

  /** Calls back with what a report changes; there is one listener. */
  onChange(listener: (keys: readonly EnvironmentKey[]) => void): void {
    this.#listener = listener;
  }

  /** One state for each source, whether it has reported or not. */
  statesOf(key: EnvironmentKey): SourceState[] {
    return [...this.#sources].map(([source, entry]) => {
      const lost = entry.lost.get(key)?.values().next().value;
      return {
        source,
        observation: entry.observations.get(key),
        confirmedAt: entry.confirmedAt.get(key) ?? this.#startedAt,
        ...(lost && {
          disconnected: { server: lost.server, message: lost.message },
        }),
      };
    });
  }

  servers(): ServerState[] {
    return [...this.#sources.values()].flatMap(({ servers }) => [
      ...servers.values(),
    ]);
  }

  /** Forgets the tenant environments that are not among the keys. */
  retain(keys: ReadonlySet<EnvironmentKey>): void {
    for (const { observations, confirmedAt, lost } of this.#sources.values()) {
      for (const map of [observations, confirmedAt, lost]) {
        [...map.keys()]
          .filter(key => !keys.has(key))
          .forEach(key => map.delete(key));
      }
    }
  }

  /**
   * The sink of one source.
   *
   * @throws Error when the board does not know the source.
   */
  sinkOf(source: string): StatusSink {
    const entry = this.#sources.get(source);
    if (!entry) {
      throw new Error(`There is no source "${source}".`);
    }
    return {
      report: observation => this.#report(entry, observation),
      reportConnectivity: (connectivity, affected) =>
        this.#reportConnectivity(
          entry,
          source,
          connectivity,
          affected.map(keyOf),
        ),
    };
  }

  #report(entry: SourceEntry, observation: Observation): void {
    const key = keyOf(observation);
    entry.observations.set(key, observation);
    entry.confirmedAt.set(key, observation.observedAt);
    this.#listener([key]);
  }

  #reportConnectivity(
    entry: SourceEntry,
    source: string,
    connectivity: Connectivity,
    affected: readonly EnvironmentKey[],
  ): void {
    const { server, connected, observedAt } = connectivity;
    entry.servers.set(server, {
      ...connectivity,
      source,
      answeredAt: connected
        ? observedAt
        : entry.servers.get(server)?.answeredAt,
    });
    const changed = affected.filter(key =>
      connected
        ? regain(entry, key, connectivity)
        : lose(entry, key, connectivity),
    );
    if (changed.length > 0) {
      this.#listener(changed);
    }
  }
}

function lose(
  { lost }: SourceEntry,
  key: EnvironmentKey,
  connectivity: Connectivity,
): boolean {
  const servers = lost.get(key) ?? new Map<string, Connectivity>();
  const before = servers.get(connectivity.server);
  lost.set(key, servers.set(connectivity.server, connectivity));
  return before?.message !== connectivity.message || !before;
}

/** A server that answers confirms what the source got from it before. */
function regain(
  { lost, observations, confirmedAt }: SourceEntry,
  key: EnvironmentKey,
  { server, observedAt }: Connectivity,
): boolean {
  if (observations.has(key)) {
    confirmedAt.set(key, observedAt);
  }
  const servers = lost.get(key);
  const changed = servers?.delete(server) ?? false;
  if (servers?.size === 0) {
    lost.delete(key);
  }
  return changed;
}
