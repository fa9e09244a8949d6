import { LoggerService } from '@backstage/backend-plugin-api';
import { TenantBinding } from '../registry';
import { StatusSink } from '../sources';
import { BindingsReporter, Observe } from './BindingsReporter';
import { ClusterWatcher } from './ClusterWatcher';
import { createKubernetesClient } from './KubernetesClient';
import { KubernetesKind } from './KubernetesKind';
import { ClusterConnection } from './readClusterConnections';
import { WatchTiming } from './timing';

/**
 * Where the objects of a tenant environment are.
 *
 * @public
 */
export interface ObjectsPlace {
  /** Cluster of the registry. */
  cluster: string;
  namespace: string;
}

/** Reports on the tenant environments of one place. */
export interface PlaceFollower {
  /** Follows until the signal aborts; never rejects. */
  run(signal: AbortSignal): Promise<void>;
  /** Judges everything again. */
  refresh(): void;
}

export interface PlaceFollowerOptions {
  place: ObjectsPlace;
  connections: ReadonlyMap<string, ClusterConnection>;
  kinds: readonly KubernetesKind<unknown>[];
  scope: 'cluster' | 'namespace';
  sink: StatusSink;
  logger: LoggerService;
  timing: WatchTiming;
  bindings(): readonly TenantBinding[];
  placeOf(binding: TenantBinding): ObjectsPlace;
  onlyObject?(binding: TenantBinding): string;
  alsoIn?(binding: TenantBinding): readonly string[];
  observe: Observe;
}

export function createPlaceFollower(
  options: PlaceFollowerOptions,
): PlaceFollower {
  const connection = options.connections.get(options.place.cluster);
  return connection
    ? watchingFollower(connection, options)
    : unconfiguredFollower(options);
}

function watchingFollower(
  connection: ClusterConnection,
  options: PlaceFollowerOptions,
): PlaceFollower {
  const { place, placeOf, scope, kinds, timing } = options;
  const client = createKubernetesClient(connection);
  const watcher = new ClusterWatcher({
    client,
    kinds,
    namespace: scope === 'namespace' ? place.namespace : undefined,
    timing,
  });
  const reporter = new BindingsReporter({
    ...options,
    cluster: place.cluster,
    namespaceOf: binding => placeOf(binding).namespace,
    view: namespace => watcher.view(namespace),
    isDoubtful: () => watcher.isDoubtful,
    clusterNow: () => client.now(),
    statistics: () => watcher.statistics(),
  });
  return {
    refresh: () => watcher.refresh(),
    async run(signal) {
      await watcher.run(reporter, signal);
      reporter.stop();
      await client.close();
    },
  };
}

/** A cluster that nobody told how to ask is unknown, and says so. */
function unconfiguredFollower(options: PlaceFollowerOptions): PlaceFollower {
  const { place, sink, bindings } = options;
  return {
    refresh() {
      sink.reportConnectivity(
        {
          server: place.cluster,
          connected: false,
          message: `No credentials are configured for the cluster "${place.cluster}". Add it to kubernetes.clusterLocatorMethods of type config, by the same name.`,
          observedAt: new Date().toISOString(),
        },
        bindings(),
      );
    },
    async run() {},
  };
}
