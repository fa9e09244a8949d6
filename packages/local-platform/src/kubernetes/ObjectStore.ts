import { JsonObject } from '@backstage/types';
import { ResourceDefinition } from './resources';

/** A Kubernetes object as the API serves it. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMetadata;
  [field: string]: unknown;
}

export interface ObjectMetadata {
  name: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  /** RFC 3339 in UTC. */
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  ownerReferences?: {
    apiVersion: string;
    kind: string;
    name: string;
    uid: string;
    controller?: boolean;
    blockOwnerDeletion?: boolean;
  }[];
  [field: string]: unknown;
}

export interface ObjectReference {
  apiVersion: string;
  kind: string;
  /** Absent for a cluster-scoped object. */
  namespace?: string;
  name: string;
}

export interface ListOptions {
  apiVersion: string;
  kind: string;
  /** All namespaces when absent. */
  namespace?: string;
  labels?: Record<string, string>;
}

export interface StoreEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  /** The object after the change; before it for a deletion. Never to be modified. */
  object: KubernetesObject;
  /** The object before a modification. Never to be modified. */
  previous?: KubernetesObject;
}

export interface WriteOptions {
  /** Checks everything and returns the result, but stores nothing. */
  dryRun?: boolean;
}

export interface DeleteOptions extends WriteOptions {
  /** What becomes of the objects that the deleted one owns; `Background` deletes them too. */
  propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
}

/**
 * The objects of one cluster, in memory. The API server serves it over HTTP; the simulated
 * controllers and the GitOps engine use it directly. Objects are copied in and out.
 *
 * Fills in uid, resourceVersion, generation and creationTimestamp, and the few defaults without
 * which kubectl cannot show an object. A deleted namespace takes its objects along, and a deleted
 * owner what it owns. An object with finalizers only gets a deletionTimestamp; it goes with the
 * update that removes the last finalizer.
 *
 * Every method throws an InputError when the kind is not known, and when a namespace is missing
 * or superfluous.
 */
export interface ObjectStore {
  /** The kinds that the store holds. */
  readonly resources: readonly ResourceDefinition[];
  /** The resourceVersion of the latest change. */
  readonly resourceVersion: string;
  get(reference: ObjectReference): KubernetesObject | undefined;
  /** Ordered by namespace and name. */
  list(options: ListOptions): KubernetesObject[];
  /** As `list`, without copying: the objects and the list are never to be modified. */
  view(options: ListOptions): readonly KubernetesObject[];
  /**
   * @throws ConflictError when it exists; NotFoundError when its namespace does not;
   * NotAllowedError when its namespace is being deleted.
   */
  create(object: KubernetesObject, options?: WriteOptions): KubernetesObject;
  /**
   * Replaces everything but the status; of a kind without a status subresource (such as
   * Application) also the status if the given object has one. Without a resourceVersion the last
   * writer wins. Does nothing when nothing would change.
   *
   * @throws ConflictError when the resourceVersion is not the current one; NotFoundError.
   */
  update(object: KubernetesObject, options?: WriteOptions): KubernetesObject;
  /**
   * Replaces the status only. Does nothing when it is equal.
   *
   * @throws NotFoundError.
   */
  updateStatus(
    reference: ObjectReference,
    status: JsonObject,
    options?: WriteOptions,
  ): KubernetesObject;
  /** Returns the deleted object, or undefined when there was none. */
  delete(
    reference: ObjectReference,
    options?: DeleteOptions,
  ): KubernetesObject | undefined;
  /**
   * Calls back after each change, in order; returns the function that stops it. A listener may
   * change the store; the others hear of that after the change that they are being told of.
   */
  watch(listener: (event: StoreEvent) => void): () => void;
}
