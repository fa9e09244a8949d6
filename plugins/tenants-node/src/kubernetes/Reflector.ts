import { explainFailure } from './explainFailure';
import { numberAt, textAt, valueAt } from './fields';
import { KubernetesApiError, KubernetesClient } from './KubernetesClient';
import { KindAvailability, KubernetesKind } from './KubernetesKind';
import { listObjects } from './listObjects';
import { ObjectIndex } from './ObjectIndex';
import { backoffMs, pause, WatchTiming } from './timing';

export interface ReflectorOptions<P> {
  client: KubernetesClient;
  kind: KubernetesKind<P>;
  /** All namespaces when absent. */
  namespace?: string;
  timing: WatchTiming;
  /** Objects of these namespaces changed. */
  onObjects(namespaces: Iterable<string>): void;
  onAvailability(): void;
}

/**
 * Keeps the projections of all objects of one kind in one cluster, by list and watch.
 *
 * It survives everything a server can do: what fails is tried again with growing pauses, what was
 * known before a failure is kept, and what the server has forgotten is listed anew.
 */
export class Reflector<P> {
  readonly #options: ReflectorOptions<P>;
  readonly #index = new ObjectIndex<P>();
  #availability: KindAvailability = { phase: 'Pending' };
  #attempt = new AbortController();

  constructor(options: ReflectorOptions<P>) {
    this.#options = options;
  }

  get availability(): KindAvailability {
    return this.#availability;
  }

  objects(namespace: string): ReadonlyMap<string, P> {
    return this.#index.objects(namespace);
  }

  /** Gives up what is under way, a pause included, and lists anew. */
  restart(): void {
    this.#become({ phase: 'Pending' });
    this.#attempt.abort();
  }

  /** Lists and watches until the signal aborts; never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    const { timing } = this.#options;
    let failures = 0;
    while (!signal.aborted) {
      this.#attempt = new AbortController();
      const either = AbortSignal.any([signal, this.#attempt.signal]);
      const startedAt = performance.now();
      await this.#listAndWatch(either).catch(error => {
        if (!either.aborted) {
          this.#fail(error);
        }
      });
      const stable = performance.now() - startedAt > timing.stableAfterMs;
      failures = stable || either.aborted ? 0 : failures + 1;
      await pause(this.#pauseMs(failures), either);
    }
  }

  #pauseMs(failures: number): number {
    const { timing } = this.#options;
    const settled =
      this.#availability.phase === 'Absent' ||
      (this.#availability.phase === 'Failing' &&
        this.#availability.reason === 'Forbidden');
    return settled ? timing.absentRetryMs : backoffMs(failures, timing);
  }

  async #listAndWatch(signal: AbortSignal): Promise<void> {
    const { client, kind, namespace, timing, onObjects } = this.#options;
    const list = await listObjects({
      client,
      kind,
      namespace,
      signal,
      pageTimeoutMs: timing.listTimeoutMs,
    });
    const changed = this.#index.replace(list?.objects ?? [], kind.project);
    this.#become({ phase: list ? 'Observed' : 'Absent' });
    onObjects(changed);
    let version = list?.resourceVersion;
    while (list && version !== undefined && !signal.aborted) {
      version = await this.#watch(list.path, version, signal);
    }
  }

  /**
   * Returns the version to go on from, or undefined when the watch broke and a new list has to
   * tell what happened meanwhile.
   */
  async #watch(
    path: string,
    from: string,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const { client, timing } = this.#options;
    const query = {
      watch: 'true',
      allowWatchBookmarks: 'true',
      resourceVersion: from,
      timeoutSeconds: String(Math.ceil(timing.watchMs / 1000)),
    };
    const deadline = AbortSignal.timeout(timing.watchMs + timing.listTimeoutMs);
    const either = AbortSignal.any([signal, deadline]);
    const startedAt = performance.now();
    let version = from;
    try {
      for await (const event of client.watch(path, query, either)) {
        version = this.#apply(event) ?? version;
      }
    } catch {
      return undefined;
    }
    const endedAtOnce = performance.now() - startedAt < timing.minimumBackoffMs;
    return endedAtOnce ? undefined : version;
  }

  /** Returns the version that the event brings the index to. */
  #apply(event: unknown): string | undefined {
    const type = textAt(event, 'type');
    const object = valueAt(event, 'object');
    if (type === 'ERROR') {
      throw new KubernetesApiError(
        numberAt(object, 'code') ?? 500,
        textAt(object, 'message') ?? 'The watch ended with an error.',
      );
    }
    if (type === 'DELETED') {
      this.#options.onObjects(this.#index.remove(object));
    } else if (type === 'ADDED' || type === 'MODIFIED') {
      const { project } = this.#options.kind;
      this.#options.onObjects(this.#index.put(object, project));
    }
    return textAt(object, 'metadata', 'resourceVersion');
  }

  #fail(error: unknown): void {
    this.#become({ phase: 'Failing', ...explainFailure(error) });
  }

  #become(next: KindAvailability): void {
    const changed = JSON.stringify(next) !== JSON.stringify(this.#availability);
    this.#availability = next;
    if (changed) {
      this.#options.onAvailability();
    }
  }
}
