import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { TenantBinding } from '../registry';
import { Observation, StatusSink } from '../sources';
import { ClusterListener } from './ClusterWatcher';
import { Failure } from './explainFailure';
import { NamespaceView } from './KubernetesKind';
import { WatchTiming } from './timing';

/**
 * What a source says about one tenant environment, from the objects of one namespace.
 *
 * @public
 */
export type NamespaceObservation = Pick<
  Observation,
  'checks' | 'workloads' | 'gitops'
>;

export interface BindingsReporterOptions {
  /** Cluster of the registry. */
  cluster: string;
  sink: StatusSink;
  logger: LoggerService;
  timing: WatchTiming;
  /** The tenant environments to report on, as they are now. */
  bindings(): readonly TenantBinding[];
  namespaceOf(binding: TenantBinding): string;
  view(namespace: string): NamespaceView;
  observe(
    binding: TenantBinding,
    view: NamespaceView,
    now: Date,
  ): NamespaceObservation;
}

/**
 * Turns changes of objects into reports on the tenant environments that they belong to: one for
 * each burst, and none when nothing that matters has changed.
 */
export class BindingsReporter implements ClusterListener {
  readonly #options: BindingsReporterOptions;
  readonly #reported = new Map<string, string>();
  #waiting: Set<string> | 'all' | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: BindingsReporterOptions) {
    this.#options = options;
  }

  onChange(namespaces: Iterable<string> | 'all'): void {
    if (namespaces === 'all') {
      this.#waiting = 'all';
    } else if (this.#waiting !== 'all') {
      this.#waiting ??= new Set();
      for (const namespace of namespaces) {
        this.#waiting.add(namespace);
      }
    }
    this.#timer ??= setTimeout(
      () => this.flush(),
      this.#options.timing.coalesceMs,
    );
  }

  onConfirmed(): void {
    this.flush();
    this.#reportConnectivity(true);
  }

  onDisconnected(failure: Failure): void {
    this.stop();
    this.#reportConnectivity(false, failure.message);
  }

  /** Reports what waits. */
  flush(): void {
    const waiting = this.#waiting;
    this.stop();
    if (!waiting) {
      return;
    }
    const now = new Date();
    const { bindings, namespaceOf } = this.#options;
    const current = bindings();
    this.#forgetOthers(current);
    for (const binding of current) {
      if (waiting === 'all' || waiting.has(namespaceOf(binding))) {
        this.#report(binding, now);
      }
    }
  }

  /** Drops what waits. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
  }

  #report(binding: TenantBinding, now: Date): void {
    const { tenant, environment } = binding;
    const key = keyOf(binding);
    const observed = this.#observe(binding, now);
    const text = withoutTimes(observed);
    if (this.#reported.get(key) !== text) {
      this.#reported.set(key, text);
      this.#options.sink.report({
        tenant,
        environment,
        observedAt: now.toISOString(),
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
  #observe(binding: TenantBinding, now: Date): NamespaceObservation {
    const { observe, view, namespaceOf, logger } = this.#options;
    try {
      return observe(binding, view(namespaceOf(binding)), now);
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
    const { sink, cluster, bindings } = this.#options;
    sink.reportConnectivity(
      {
        server: cluster,
        connected,
        ...(message && { message }),
        observedAt: new Date().toISOString(),
      },
      bindings(),
    );
  }
}

function keyOf({ tenant, environment }: TenantBinding): string {
  return `${tenant}/${environment}`;
}

/** The same seen later is no news: a server that answers confirms it for all at once. */
function withoutTimes(observed: NamespaceObservation): string {
  return JSON.stringify(observed, (field, value) =>
    field === 'observedAt' ? undefined : value,
  );
}
