import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { TenantBinding } from '../registry';
import { Observation, ServerStatistics, StatusSink } from '../sources';
import { ChangedPlace, ChangedPlaces } from './ChangedPlaces';
import { ClusterListener } from './ClusterWatcher';
import { Failure } from './explainFailure';
import { NamespaceView } from './KubernetesKind';
import { pace } from '../pace';
import { WatchTiming } from './timing';

/**
 * What a source says about one tenant environment, from the objects of one namespace.
 *
 * @public
 */
export type NamespaceObservation = Pick<
  Observation,
  'checks' | 'workloads' | 'gitops' | 'facts'
>;

/**
 * Judges one tenant environment by the objects of its namespace.
 *
 * @param viewOf - the objects of another namespace, where the source sees all of a cluster
 * @public
 */
export type Observe = (
  binding: TenantBinding,
  view: NamespaceView,
  now: Date,
  viewOf: (namespace: string) => NamespaceView,
) => NamespaceObservation;

export interface BindingsReporterOptions {
  /** Cluster of the registry. */
  cluster: string;
  sink: StatusSink;
  logger: LoggerService;
  timing: WatchTiming;
  /** The tenant environments to report on, as they are now. */
  bindings(): readonly TenantBinding[];
  namespaceOf(binding: TenantBinding): string;
  /** Name of the only object there that matters; all of them matter when absent. */
  onlyObject?(binding: TenantBinding): string;
  /** Further namespaces whose objects matter. */
  alsoIn?(binding: TenantBinding): readonly string[];
  view(namespace: string): NamespaceView;
  /** Whether the view is not to be relied on; once it is again, everything changes. */
  isDoubtful(): boolean;
  /** What observing the cluster has cost so far. */
  statistics(): ServerStatistics;
  /** The time by the clock of the cluster, which stamped its objects. */
  clusterNow(): Date;
  observe: Observe;
}

/**
 * Turns changes of objects into reports on the tenant environments that they belong to: one for
 * each burst, and none when nothing that matters has changed.
 */
export class BindingsReporter implements ClusterListener {
  readonly #options: BindingsReporterOptions;
  /** Digest of what was reported last; the text itself would take up much more. */
  readonly #reported = new Map<string, string>();
  #waiting: ChangedPlaces | undefined;
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<void> = Promise.resolve();
  /** Ends what is being reported when the cluster is lost: it is no longer known. */
  #current = new AbortController();

  constructor(options: BindingsReporterOptions) {
    this.#options = options;
  }

  onChange(places: Iterable<ChangedPlace> | 'all'): void {
    this.#waiting ??= new ChangedPlaces();
    this.#waiting.add(places);
    this.#timer ??= setTimeout(
      () => this.flush(),
      this.#options.timing.coalesceMs,
    );
  }

  async onConfirmed(): Promise<void> {
    const { signal } = this.#current;
    await this.flush();
    if (!signal.aborted) {
      this.#reportConnectivity(true);
    }
  }

  onDisconnected(failure: Failure): void {
    this.stop();
    this.#reportConnectivity(false, failure.message);
  }

  /** Reports what waits, after what is being reported. */
  flush(): Promise<void> {
    this.#flushing = this.#flushing.then(() => this.#reportWaiting());
    return this.#flushing;
  }

  /** Drops what waits. */
  stop(): void {
    this.#current.abort();
    this.#current = new AbortController();
    this.#takeWaiting();
  }

  #takeWaiting(): ChangedPlaces | undefined {
    const waiting = this.#waiting;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
    return waiting;
  }

  async #reportWaiting(): Promise<void> {
    const { isDoubtful, bindings } = this.#options;
    const { signal } = this.#current;
    const waiting = this.#takeWaiting();
    if (!waiting) {
      return;
    }
    const current = bindings();
    this.#forgetOthers(current);
    for (const binding of current) {
      if (signal.aborted || isDoubtful()) {
        return;
      }
      if (this.#isConcerned(binding, waiting)) {
        this.#report(binding);
        await pace();
      }
    }
  }

  #isConcerned(binding: TenantBinding, changed: ChangedPlaces): boolean {
    const { namespaceOf, onlyObject, alsoIn } = this.#options;
    return (
      changed.has(namespaceOf(binding), onlyObject?.(binding)) ||
      (alsoIn?.(binding).some(namespace => changed.has(namespace)) ?? false)
    );
  }

  #report(binding: TenantBinding): void {
    const { tenant, environment } = binding;
    const key = keyOf(binding);
    const observed = this.#observe(binding);
    const digest = digestOf(observed);
    if (this.#reported.get(key) !== digest) {
      this.#reported.set(key, digest);
      this.#options.sink.report({
        tenant,
        environment,
        observedAt: new Date().toISOString(),
        ...observed,
      });
    }
  }

  /** A tenant environment that comes back is reported anew. */
  #forgetOthers(bindings: readonly TenantBinding[]): void {
    const known = new Set(bindings.map(keyOf));
    for (const key of this.#reported.keys()) {
      if (!known.has(key)) {
        this.#reported.delete(key);
      }
    }
  }

  /** One tenant environment that cannot be judged must not keep the others waiting. */
  #observe(binding: TenantBinding): NamespaceObservation {
    const { observe, view, namespaceOf, clusterNow, logger } = this.#options;
    try {
      return observe(binding, view(namespaceOf(binding)), clusterNow(), view);
    } catch (error) {
      logger.error(
        `The objects of ${keyOf(binding)} cannot be judged`,
        toError(error),
      );
      return {
        checks: [
          {
            id: 'objects/readable',
            health: 'Unknown',
            reason: 'NotReadable',
            message:
              'The objects cannot be judged; the log of the portal says why.',
          },
        ],
      };
    }
  }

  #reportConnectivity(connected: boolean, message?: string): void {
    const { sink, cluster, bindings, statistics } = this.#options;
    sink.reportConnectivity(
      {
        server: cluster,
        connected,
        ...(message && { message }),
        observedAt: new Date().toISOString(),
        statistics: statistics(),
      },
      bindings(),
    );
  }
}

function keyOf({ tenant, environment }: TenantBinding): string {
  return `${tenant}/${environment}`;
}

/** The same seen later is no news: a server that answers confirms it for all at once. */
function digestOf(observed: NamespaceObservation): string {
  const text = JSON.stringify(observed, (field, value) =>
    field === 'observedAt' ? undefined : value,
  );
  return createHash('sha1').update(text).digest('base64');
}
