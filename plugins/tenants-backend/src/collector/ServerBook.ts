import { EnvironmentKey } from './EnvironmentKey';
import { ServerState } from './ServerState';

/** A server as it was last heard of. */
export interface HeardServer extends ServerState {
  /** By the clock of this replica, RFC 3339 in UTC. */
  heardAt: string;
  /** The same as `affected`. */
  keys: ReadonlySet<EnvironmentKey>;
}

/**
 * The last that each source said about its servers, in memory of every replica.
 */
export class ServerBook {
  readonly #servers = new Map<string, Map<string, HeardServer>>();

  /**
   * Returns the tenant environments of which something else is known now than before. A server
   * that answers, and did not fail to, says nothing itself.
   */
  put(state: ServerState, heardAt: string): EnvironmentKey[] {
    const { source, server } = state;
    const ofSource = this.#servers.get(source) ?? new Map();
    const before: HeardServer | undefined = ofSource.get(server);
    const answeredAt = state.answeredAt ?? before?.answeredAt;
    const after: HeardServer = {
      ...state,
      ...(answeredAt && { answeredAt }),
      heardAt,
      keys: new Set(state.affected),
    };
    this.#servers.set(source, ofSource.set(server, after));
    const { connected, message } = after;
    if (connected && before?.connected !== false) {
      return [];
    }
    const isSame =
      before?.connected === connected && before.message === message;
    return isSame
      ? differences(before.keys, after.keys)
      : [...new Set([...(before?.affected ?? []), ...after.affected])];
  }

  /** Forgets the servers that no source asks any more. */
  retain(isAsked: (state: ServerState) => boolean): void {
    for (const ofSource of this.#servers.values()) {
      for (const [server, state] of ofSource) {
        if (!isAsked(state)) {
          ofSource.delete(server);
        }
      }
    }
  }

  all(): HeardServer[] {
    return [...this.#servers.values()].flatMap(ofSource => [
      ...ofSource.values(),
    ]);
  }

  /** The servers that a source asks about a tenant environment. */
  serversOf(source: string, key: EnvironmentKey): HeardServer[] {
    return [...(this.#servers.get(source)?.values() ?? [])].filter(({ keys }) =>
      keys.has(key),
    );
  }

  /** When a source last confirmed what it said; `undefined` when no server of it answers. */
  confirmedAt(source: string, key: EnvironmentKey): string | undefined {
    return latest(
      this.serversOf(source, key)
        .filter(({ connected }) => connected)
        .map(({ observedAt }) => observedAt),
    );
  }
}

function differences(
  left: ReadonlySet<EnvironmentKey>,
  right: ReadonlySet<EnvironmentKey>,
): EnvironmentKey[] {
  return [
    ...[...left].filter(key => !right.has(key)),
    ...[...right].filter(key => !left.has(key)),
  ];
}

/** The latest of times in RFC 3339 in UTC. */
export function latest(times: readonly string[]): string | undefined {
  return times.reduce<string | undefined>(
    (found, time) => (found && found > time ? found : time),
    undefined,
  );
}
