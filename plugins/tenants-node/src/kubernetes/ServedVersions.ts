import { listAt, textAt } from './fields';
import { KubernetesClient } from './KubernetesClient';
import { KubernetesKind } from './KubernetesKind';

/** The versions of each API group. */
type Groups = ReadonlyMap<string, readonly string[]>;

/**
 * Which versions of its API groups a cluster serves. All kinds share one answer for a while, so
 * that looking for kinds that are not installed costs one request, however many there are.
 */
export class ServedVersions {
  readonly #client: KubernetesClient;
  readonly #keepMs: number;
  #answer: Promise<Groups | undefined> | undefined;
  #askedAt = -Infinity;

  constructor(options: { client: KubernetesClient; keepMs: number }) {
    this.#client = options.client;
    this.#keepMs = options.keepMs;
  }

  /**
   * The versions of a kind that are worth asking for: those of its group that are served, or all
   * of them while the cluster does not tell.
   */
  async of(
    { group, versions }: KubernetesKind<unknown>,
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    if (group === '') {
      return versions;
    }
    const now = performance.now();
    if (!this.#answer || now - this.#askedAt > this.#keepMs) {
      this.#askedAt = now;
      this.#answer = this.#ask(signal);
    }
    const groups = await this.#answer;
    return groups
      ? versions.filter(version => groups.get(group)?.includes(version))
      : versions;
  }

  /** Whatever goes wrong here goes wrong with the objects too, and is told there. */
  async #ask(signal: AbortSignal): Promise<Groups | undefined> {
    try {
      return groupsOf(await this.#client.get('/apis', {}, signal));
    } catch {
      this.#answer = undefined;
      return undefined;
    }
  }
}

function groupsOf(answer: unknown): Groups | undefined {
  const groups = listAt(answer, 'groups').map((group): [string, string[]] => [
    textAt(group, 'name') ?? '',
    listAt(group, 'versions').flatMap(entry => textAt(entry, 'version') ?? []),
  ]);
  return groups.length > 0 ? new Map(groups) : undefined;
}
