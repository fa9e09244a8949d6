import { JsonObject } from '@backstage/types';

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
}

/**
 * The objects of one cluster, in memory. The API server serves it over HTTP; the simulated
 * controllers and the GitOps engine use it directly. Objects are copied in and out.
 *
 * Fills in uid, resourceVersion, generation and creationTimestamp; a deleted namespace takes its
 * objects along, and a deleted owner what it owns.
 */
export interface ObjectStore {
  get(reference: ObjectReference): KubernetesObject | undefined;
  list(options: ListOptions): KubernetesObject[];
  /** @throws ConflictError when it exists; InputError when the kind is not known. */
  create(object: KubernetesObject): KubernetesObject;
  /**
   * Replaces everything but the status; without a resourceVersion the last writer wins.
   *
   * @throws ConflictError when the resourceVersion is not the current one; NotFoundError.
   */
  update(object: KubernetesObject): KubernetesObject;
  /** Replaces the status only. Does nothing when it is equal. */
  updateStatus(
    reference: ObjectReference,
    status: JsonObject,
  ): KubernetesObject;
  /** Returns the deleted object, or undefined when there was none. */
  delete(reference: ObjectReference): KubernetesObject | undefined;
  /** Calls back after each change, in order; returns the function that stops it. */
  watch(listener: (event: StoreEvent) => void): () => void;
}
