import type { Limit } from 'p-limit';
import { ChangedPlace } from './ChangedPlaces';
import { explainFailure } from './explainFailure';
import { followChanges } from './followChanges';
import { KubernetesApiError, KubernetesClient } from './KubernetesClient';
import { KindAvailability, KubernetesKind } from './KubernetesKind';
import { listObjects, ObjectList } from './listObjects';
import { maximumObjectBytes, ObjectIndex } from './ObjectIndex';
import { ServedVersions } from './ServedVersions';
import { backoffMs, pause, WatchTiming } from './timing';

export interface ReflectorOptions<P> {
  client: KubernetesClient;
  kind: KubernetesKind<P>;
  served: ServedVersions;
  /** All namespaces when absent. */
  namespace?: string;
  timing: WatchTiming;
  /** Lets only so many lists of a cluster come at once. */
  limit: Limit;
  /** Objects changed at these places. */
  onObjects(places: Iterable<ChangedPlace>): void;
  onAvailability(): void;
}

/**
 * Keeps the projections of all objects of one kind in one cluster, by list and watch.
 *
 * It survives everything a server can do: what fails is tried again with growing pauses, what was
 * known before a failure is kept, and what the server has forgotten is listed anew. A new list
 * takes the place of what was known as a whole, once it is complete.
 */
export class Reflector<P> {
  readonly #options: ReflectorOptions<P>;
  #index: ObjectIndex<P>;
  #availability: KindAvailability = { phase: 'Pending' };
  #observedAt: Date | undefined;
  #attempt = new AbortController();
  #lists = 0;
  #heardAt = -Infinity;

  constructor(options: ReflectorOptions<P>) {
    this.#options = options;
    this.#index = new ObjectIndex(options.kind);
  }

  get availability(): KindAvailability {
    return this.#availability;
  }

  /** Objects that are known. */
  get size(): number {
    return this.#index.size;
  }

  /** When the cluster last sent a part of a list, by `performance.now()`. */
  get heardAt(): number {
    return this.#heardAt;
  }

  /** How often watching began anew with a list. */
  get restarts(): number {
    return Math.max(0, this.#lists - 1);
  }

  /** As `availability`, for those who look at one namespace only. */
  availabilityIn(namespace: string): KindAvailability {
    const names = this.#index.tooLarge(namespace);
    return this.#availability.phase === 'Observed' && names.length > 0
      ? tooLarge(names)
      : this.#availability;
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
    const list = await this.#list(signal);
    if (signal.aborted) {
      return;
    }
    this.#replace(list);
    if (list) {
      const { path, resourceVersion: from } = list;
      await this.#watch({ path, from, signal });
    }
  }

  async #list(
    signal: AbortSignal,
  ): Promise<ObjectList<ObjectIndex<P>> | undefined> {
    const { kind, served, timing, limit } = this.#options;
    const timeout = AbortSignal.timeout(timing.listTimeoutMs);
    const either = AbortSignal.any([signal, timeout]);
    const versions = await served.of(kind, either);
    return limit(() =>
      listObjects({
        ...this.#options,
        versions,
        signal,
        pageTimeoutMs: timing.listTimeoutMs,
        begin: () => new ObjectIndex(kind),
        add: (index, object) => {
          this.#heardAt = performance.now();
          index.put(object);
        },
      }),
    );
  }

  #replace(list: ObjectList<ObjectIndex<P>> | undefined): void {
    const before = this.#index.namespaces();
    this.#index = list?.objects ?? new ObjectIndex(this.#options.kind);
    this.#observedAt = new Date();
    this.#lists += list ? 1 : 0;
    this.#become({ phase: list ? 'Observed' : 'Absent' });
    const namespaces = new Set([...before, ...this.#index.namespaces()]);
    this.#options.onObjects([...namespaces].map(namespace => ({ namespace })));
  }

  #watch(place: {
    path: string;
    from: string;
    signal: AbortSignal;
  }): Promise<void> {
    const changed = (at: ChangedPlace | undefined) =>
      at && this.#options.onObjects([at]);
    return followChanges({
      ...this.#options,
      ...place,
      onProgress: () => {
        this.#observedAt = new Date();
      },
      onPut: object => changed(this.#index.put(object)),
      onDelete: object => changed(this.#index.remove(object)),
    });
  }

  #fail(error: unknown): void {
    if (error instanceof KubernetesApiError && error.statusCode === 404) {
      // The kind was removed while it was watched; the next list tells what there is.
      return;
    }
    this.#become({
      phase: 'Failing',
      ...explainFailure(error, this.#options.kind),
      ...(this.#observedAt && {
        lastObservedAt: this.#observedAt.toISOString(),
      }),
    });
  }

  #become(next: KindAvailability): void {
    const changed = JSON.stringify(next) !== JSON.stringify(this.#availability);
    this.#availability = next;
    if (changed) {
      this.#options.onAvailability();
    }
  }
}

function tooLarge(names: readonly string[]): KindAvailability {
  return {
    phase: 'Failing',
    reason: 'ObjectTooLarge',
    message: `It is larger than ${
      maximumObjectBytes / 1024 / 1024
    } MiB and is not read. Something has probably filled it; look at it with kubectl.`,
    only: names,
  };
}
