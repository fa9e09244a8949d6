import { createWorkQueue } from '../clock';
import { KubernetesObject, StoreEvent } from '../kubernetes/ObjectStore';
import { ClusterContext } from './ClusterContext';

/** A control loop over the objects of one kind. */
export interface Controller<T extends KubernetesObject> {
  apiVersion: string;
  kind: string;
  /** Keys of objects that another object's change concerns, beside the owner's. */
  concerns?(event: StoreEvent): string[];
  /**
   * Brings one object a step on; called after each change of it, of what it owns, and of the
   * faults. May return after how many milliseconds to look at it again.
   */
  reconcile(object: T): number | undefined;
}

/** Key of an object among those of its kind. */
export function keyOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

/** Runs a control loop; returns the function that stops it. */
export function startController<T extends KubernetesObject>(
  context: ClusterContext,
  controller: Controller<T>,
): () => void {
  const { store, clock, logger, faults, cluster } = context;
  const { apiVersion, kind } = controller;
  const queue = createWorkQueue({
    clock,
    logger,
    name: `The ${kind} controller of ${cluster}`,
    process(key) {
      const [namespace, name] = key.split('/');
      const reference = { apiVersion, kind, name };
      const object = store.get(
        namespace ? { ...reference, namespace } : reference,
      );
      // The store holds no other objects under this kind.
      return object && controller.reconcile(object as T);
    },
  });
  const stopFollowing = faults.onChange(() =>
    store
      .view({ apiVersion, kind })
      .forEach(object => queue.add(keyOf(object))),
  );
  const stopWatching = store.watch(event => {
    for (const key of keysOf(event, controller)) {
      queue.add(key);
    }
  });
  return () => {
    stopWatching();
    stopFollowing();
    queue.close();
  };
}

function keysOf<T extends KubernetesObject>(
  event: StoreEvent,
  { apiVersion, kind, concerns }: Controller<T>,
): string[] {
  const { object } = event;
  const { namespace = '', ownerReferences = [] } = object.metadata;
  const own = object.apiVersion === apiVersion && object.kind === kind;
  return [
    ...(own ? [keyOf(object)] : []),
    ...ownerReferences
      .filter(
        owner =>
          owner.controller &&
          owner.kind === kind &&
          owner.apiVersion === apiVersion,
      )
      .map(owner => `${namespace}/${owner.name}`),
    ...(concerns?.(event) ?? []),
  ];
}
