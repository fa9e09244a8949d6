import { KubernetesObject, ObjectStore } from '../../kubernetes/ObjectStore';
import { apiVersionOf } from '../../kubernetes/resources';
import { lastAppliedAnnotation, syncWave } from './compare';
import { trackingAnnotation, trackingId } from './tracking';

/** Within a wave, objects that others need come first; the kinds that are not listed come last. */
const kindOrder = [
  'Namespace',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'PodDisruptionBudget',
  'ServiceAccount',
  'Secret',
  'ConfigMap',
  'PersistentVolumeClaim',
  'Role',
  'RoleBinding',
  'Service',
  'Deployment',
  'StatefulSet',
  'Job',
  'CronJob',
];

/**
 * The rendered objects as they are to be applied: each in its namespace, marked as the
 * Application's, in the order of application.
 */
export function prepareDesired(options: {
  objects: readonly KubernetesObject[];
  application: string;
  namespace: string;
  store: ObjectStore;
}): KubernetesObject[] {
  const { objects, application, namespace, store } = options;
  return objects
    .map(object => {
      const placed = place(object, namespace, store);
      return mark(placed, trackingId(application, namespace, placed));
    })
    .sort(
      (left, right) =>
        syncWave(left) - syncWave(right) || position(left) - position(right),
    );
}

/** The object with a note of what was applied, for the next three-way merge. */
export function withLastApplied(
  object: KubernetesObject,
  applied: KubernetesObject,
): KubernetesObject {
  const { metadata } = object;
  return {
    ...object,
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        [lastAppliedAnnotation]: JSON.stringify(applied),
      },
    },
  };
}

/** Whether the cluster knows the kind; undefined when it does not, else whether namespaced. */
export function isNamespaced(
  store: ObjectStore,
  { apiVersion, kind }: KubernetesObject,
): boolean | undefined {
  return store.resources.find(
    resource => resource.kind === kind && apiVersionOf(resource) === apiVersion,
  )?.namespaced;
}

function place(
  object: KubernetesObject,
  namespace: string,
  store: ObjectStore,
): KubernetesObject {
  const { namespace: own, ...metadata } = object.metadata;
  return isNamespaced(store, object) === false
    ? { ...object, metadata }
    : { ...object, metadata: { ...metadata, namespace: own ?? namespace } };
}

function mark(object: KubernetesObject, id: string): KubernetesObject {
  const { metadata } = object;
  const annotations = { ...metadata.annotations, [trackingAnnotation]: id };
  return { ...object, metadata: { ...metadata, annotations } };
}

function position({ kind }: KubernetesObject): number {
  const index = kindOrder.indexOf(kind);
  return index < 0 ? kindOrder.length : index;
}
