import limitConcurrency from 'p-limit';
import { ServerStatistics } from '../sources';
import { ChangedPlace } from './ChangedPlaces';
import { explainFailure, Failure } from './explainFailure';
import { KubernetesClient } from './KubernetesClient';
import { KubernetesKind, NamespaceView } from './KubernetesKind';
import { Reflector } from './Reflector';
import { ServedVersions } from './ServedVersions';
import { pause, WatchTiming } from './timing';
import { unseenKind } from './unseenKind';

export interface ClusterWatcherOptions {
  client: KubernetesClient;
  kinds: readonly KubernetesKind<unknown>[];
  /** All namespaces when absent. */
  namespace?: string;
  timing: WatchTiming;
}

export interface ClusterListener {
  /** Objects changed at these places; `all` when kinds came or went. */
  onChange(places: Iterable<ChangedPlace> | 'all'): void;
  /** The cluster answered, and everything watched is known or said to be failing. */
  onConfirmed(): Promise<void>;
  onDisconnected(failure: Failure): void;
}

/** Failed probes before a cluster counts as disconnected: one may be a hiccup. */
const tolerance = 1;
/** A server that lists everything at once has no time for anything else, nor have we. */
const maximumLists = 4;

/**
 * Watches several kinds of one cluster and whether the cluster is there.
 */
export class ClusterWatcher {
  readonly #options: ClusterWatcherOptions;
  readonly #reflectors = new Map<KubernetesKind<unknown>, Reflector<unknown>>();
  #listener: ClusterListener | undefined;
  #connected = false;
  #lost = false;
  #isDoubtful = false;
  #probeSoon = new AbortController();

  constructor(options: ClusterWatcherOptions) {
    this.#options = options;
    const served = new ServedVersions({
      client: options.client,
      keepMs: options.timing.absentRetryMs / 2,
    });
    const limit = limitConcurrency(maximumLists);
    for (const kind of options.kinds) {
      this.#reflectors.set(
        kind,
        new Reflector({
          ...options,
          kind,
          served,
          limit,
          onObjects: places => this.#changed(places),
          onAvailability: () => this.#onAvailability(kind),
        }),
      );
    }
  }

  /** Has everything judged again, unless the cluster cannot be asked. */
  refresh(): void {
    this.#changed('all');
  }

  /**
   * Whether a kind fails and it is not known yet whether the cluster is gone: what is seen now is
   * not to be relied on.
   */
  get isDoubtful(): boolean {
    return this.#isDoubtful;
  }

  view(namespace: string): NamespaceView {
    return {
      objects: <P>(kind: KubernetesKind<P>) =>
        this.#reflector(kind).objects(namespace),
      availability: kind => this.#reflector(kind).availabilityIn(namespace),
    };
  }

  /** What watching has cost so far. */
  statistics(): ServerStatistics {
    const reflectors = [...this.#reflectors.values()];
    const sum = (read: (reflector: Reflector<unknown>) => number) =>
      reflectors.reduce((total, reflector) => total + read(reflector), 0);
    const unseenKinds = [...this.#reflectors].flatMap(
      ([kind, { availability }]) => unseenKind(kind, availability) ?? [],
    );
    return {
      requests: this.#options.client.requests(),
      watchRestarts: sum(({ restarts }) => restarts),
      objects: sum(({ size }) => size),
      ...(unseenKinds.length > 0 && { unseenKinds }),
    };
  }

  /** Watches until the signal aborts; never rejects. */
  async run(listener: ClusterListener, signal: AbortSignal): Promise<void> {
    this.#listener = listener;
    await Promise.all([
      this.#probe(signal),
      ...[...this.#reflectors.values()].map(reflector => reflector.run(signal)),
    ]);
  }

  async #probe(signal: AbortSignal): Promise<void> {
    const { timing } = this.#options;
    let failures = 0;
    while (!signal.aborted) {
      this.#probeSoon = new AbortController();
      const failure = await this.#ask(signal);
      failures = failure ? failures + 1 : 0;
      this.#lost ||= failures > 0;
      if (!failure) {
        await this.#confirm(signal);
      } else if (failures > tolerance && !signal.aborted) {
        this.#connected = false;
        this.#listener?.onDisconnected(failure);
      }
      const hiccup = failures > 0 && failures <= tolerance;
      await pause(
        hiccup ? timing.minimumBackoffMs : timing.probeIntervalMs,
        AbortSignal.any([signal, this.#probeSoon.signal]),
      );
    }
  }

  async #ask(signal: AbortSignal): Promise<Failure | undefined> {
    const { client, timing } = this.#options;
    const timeout = AbortSignal.timeout(timing.probeTimeoutMs);
    try {
      await client.get('/version', {}, AbortSignal.any([signal, timeout]));
      return undefined;
    } catch (error) {
      return explainFailure(error);
    }
  }

  async #confirm(signal: AbortSignal): Promise<void> {
    if (!this.#connected) {
      this.#restartAfterLoss();
      await this.#settle(signal);
      if (signal.aborted) {
        return;
      }
      this.#connected = true;
      this.#isDoubtful = true;
    }
    if (this.#isDoubtful) {
      this.#isDoubtful = false;
      this.#changed('all');
    }
    await this.#listener?.onConfirmed();
  }

  /** Connections from before may hang, and what they would have told is lost. */
  #restartAfterLoss(): void {
    if (this.#lost) {
      this.#reflectors.forEach(reflector => reflector.restart());
    }
    this.#lost = false;
  }

  /** Waits until each kind has been listed, but not for one of which nothing comes. */
  async #settle(signal: AbortSignal): Promise<void> {
    const { settleMs, coalesceMs } = this.#options.timing;
    const reflectors = [...this.#reflectors.values()];
    const isPending = () =>
      reflectors.some(({ availability }) => availability.phase === 'Pending');
    let heardAt = performance.now();
    while (
      isPending() &&
      performance.now() - heardAt < settleMs &&
      !signal.aborted
    ) {
      await pause(Math.min(coalesceMs, 50), signal);
      heardAt = Math.max(heardAt, ...reflectors.map(known => known.heardAt));
    }
  }

  #onAvailability(kind: KubernetesKind<unknown>): void {
    if (this.#reflector(kind).availability.phase !== 'Failing') {
      this.#changed('all');
      return;
    }
    // Only a probe can tell a kind that fails from a cluster that is gone.
    this.#isDoubtful = true;
    this.#probeSoon.abort();
  }

  #changed(places: Iterable<ChangedPlace> | 'all'): void {
    if (this.#connected) {
      this.#listener?.onChange(places);
    }
  }

  #reflector<P>(kind: KubernetesKind<P>): Reflector<P> {
    // A kind is its own key, so the reflector found holds its projections.
    return this.#reflectors.get(kind) as Reflector<P>;
  }
}
