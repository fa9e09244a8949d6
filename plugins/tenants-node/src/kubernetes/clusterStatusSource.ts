import { LoggerService } from '@backstage/backend-plugin-api';
import { TenantBinding } from '../registry';
import { StatusSource } from '../sources';
import { ClusterFollowers } from './ClusterFollowers';
import { Observe } from './BindingsReporter';
import { KubernetesKind } from './KubernetesKind';
import { ObjectsPlace } from './placeFollower';
import { ClusterConnection } from './readClusterConnections';
import { defaultTiming, WatchTiming } from './timing';

export type { NamespaceObservation, Observe } from './BindingsReporter';
export type { ObjectsPlace } from './placeFollower';
export type { WatchTiming } from './timing';

/** @public */
export interface ClusterStatusSourceOptions {
  /** Id of the status source. */
  id: string;
  connections: ReadonlyMap<string, ClusterConnection>;
  kinds: readonly KubernetesKind<unknown>[];
  /** Whether one watch sees all namespaces of a cluster, or each namespace has its own. */
  scope: 'cluster' | 'namespace';
  /** As in `StatusSource`. */
  concerns?(binding: TenantBinding): boolean;
  placeOf(binding: TenantBinding): ObjectsPlace;
  /**
   * Name of the only object of that place that `observe` looks at; without it, every change there
   * has each tenant environment of the place judged again.
   */
  onlyObject?(binding: TenantBinding): string;
  /** Further namespaces of the same cluster that matter; with the scope `cluster` only. */
  alsoIn?(binding: TenantBinding): readonly string[];
  /** A pure function: the same objects at the same time give the same observation. */
  observe: Observe;
  logger: LoggerService;
  timing?: Partial<WatchTiming>;
}

/**
 * Creates a status source that watches objects of clusters: one list and watch for each kind and
 * cluster, whatever the number of tenants. Each cluster can be observed on its own.
 *
 * @public
 */
export function createClusterStatusSource(
  options: ClusterStatusSourceOptions,
): StatusSource {
  const timing = { ...defaultTiming, ...options.timing };
  return {
    id: options.id,
    concerns: options.concerns,
    serversOf: binding => [options.placeOf(binding).cluster],
    run: run => new ClusterFollowers({ ...options, timing }, run).run(),
  };
}
