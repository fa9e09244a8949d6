import {
  KubernetesObject,
  ObjectReference,
  ObjectStore,
} from '../../kubernetes/ObjectStore';
import { groupOf } from '../health';

/** Says which Application an object belongs to. */
export const trackingAnnotation = 'argocd.argoproj.io/tracking-id';

/** Identity of an object within a cluster, whatever the version of its kind. */
export function objectKey(object: KubernetesObject): string {
  const { namespace = '', name } = object.metadata;
  return `${groupOf(object)}/${object.kind}:${namespace}/${name}`;
}

/** Value of the tracking annotation of an Application's object. */
export function trackingId(
  application: string,
  namespace: string,
  object: KubernetesObject,
): string {
  const { metadata } = object;
  return `${application}:${groupOf(object)}/${object.kind}:${
    metadata.namespace ?? namespace
  }/${metadata.name}`;
}

export function referenceTo(object: KubernetesObject): ObjectReference {
  const { apiVersion, kind, metadata } = object;
  return {
    apiVersion,
    kind,
    name: metadata.name,
    ...(metadata.namespace !== undefined && { namespace: metadata.namespace }),
  };
}

/** The live objects of each Application in one cluster. */
export interface TrackedObjects {
  /** By object key. The objects are shared with the store and never to be modified. */
  of(application: string): ReadonlyMap<string, KubernetesObject>;
  close(): void;
}

/**
 * Follows a cluster's store; `onChange` hears of each Application that an object came to,
 * changed in, or left.
 */
export function trackObjects(
  store: ObjectStore,
  onChange: (application: string) => void,
): TrackedObjects {
  const byApplication = new Map<string, Map<string, KubernetesObject>>();

  function forget(application: string, key: string): void {
    const objects = byApplication.get(application);
    if (objects?.delete(key)) {
      onChange(application);
    }
    if (objects?.size === 0) {
      byApplication.delete(application);
    }
  }

  const close = store.watch(({ type, object, previous }) => {
    const key = objectKey(object);
    const application = applicationOf(object);
    const before = previous && applicationOf(previous);
    if (before && before !== application) {
      forget(before, key);
    }
    if (!application) {
      return;
    }
    if (type === 'DELETED') {
      forget(application, key);
      return;
    }
    const objects = byApplication.get(application) ?? new Map();
    byApplication.set(application, objects.set(key, object));
    onChange(application);
  });

  return { of: name => byApplication.get(name) ?? new Map(), close };
}

/** An id that was copied from another object does not count. */
function applicationOf(object: KubernetesObject): string | undefined {
  const id = object.metadata.annotations?.[trackingAnnotation];
  const application = id?.split(':')[0];
  const { namespace } = object.metadata;
  const expected =
    application &&
    trackingId(
      application,
      namespace ?? id!.split(':')[2].split('/')[0],
      object,
    );
  return id === expected ? application : undefined;
}
