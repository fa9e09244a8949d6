/**
 * An object as an API server sends it. Nothing about its shape can be relied on.
 *
 * @public
 */
export type KubernetesObject = Readonly<Record<string, unknown>>;

/**
 * A kind of object to watch.
 *
 * @public
 */
export interface KubernetesKind<P> {
  /** For example `Deployment`. */
  readonly kind: string;
  /** API group; empty for the core group. */
  readonly group: string;
  /** Versions to try, the preferred one first. */
  readonly versions: readonly string[];
  /** As in the API's paths, for example `deployments`. */
  readonly plural: string;
  /** Only these objects are asked for, for example `type=Warning`. */
  readonly fieldSelector?: string;
  /** How many are kept of a namespace, the latest to come; all when absent. */
  readonly maximumInNamespace?: number;
  /** Takes what is worth keeping in memory; must not throw, whatever the object looks like. */
  project(object: KubernetesObject): P;
}

/**
 * Whether a kind can be seen in a cluster.
 *
 * `Pending`: not asked yet. `Observed`: all objects are known. `Absent`: the cluster has no such
 * kind. `Failing`: the cluster refuses, or does not answer; what was known is kept.
 *
 * @public
 */
export type KindAvailability =
  | { phase: 'Pending' | 'Observed' | 'Absent' }
  | {
      phase: 'Failing';
      reason: string;
      message: string;
      /** When all objects were known for the last time, RFC 3339 in UTC; absent when never. */
      lastObservedAt?: string;
      /** Names of the only objects of a namespace that cannot be seen; all when absent. */
      only?: readonly string[];
    };

/**
 * What is known of the objects in one namespace of one cluster.
 *
 * @public
 */
export interface NamespaceView {
  /** Projections by object name. */
  objects<P>(kind: KubernetesKind<P>): ReadonlyMap<string, P>;
  availability(kind: KubernetesKind<unknown>): KindAvailability;
}

/** Path of a kind's collection in one version of its group. */
export function collectionPath(
  kind: KubernetesKind<unknown>,
  version: string,
  namespace?: string,
): string {
  const root = kind.group ? `/apis/${kind.group}` : '/api';
  const scope = namespace ? `/namespaces/${encodeURIComponent(namespace)}` : '';
  return `${root}/${version}${scope}/${kind.plural}`;
}
