import { KubernetesObject, ObjectStore } from '../../kubernetes/ObjectStore';
import { AppProject, Destination, permitsObject } from '../AppProject';
import { groupOf } from '../health';
import { ResourceResult } from './Application';
import { ComparedObject } from './compare';
import { isNamespaced, withLastApplied } from './desiredObjects';
import { referenceTo } from './tracking';

export interface SyncOptions {
  objects: readonly ComparedObject[];
  store: ObjectStore;
  project: AppProject;
  destination: Destination;
  prune: boolean;
  /** The namespace to create first where there is none; an object in Git may do so as well. */
  namespace?: KubernetesObject;
  /** Why the cluster would refuse an object; undefined when it would not. */
  refuse(object: KubernetesObject): string | undefined;
}

/**
 * Applies the objects in order and prunes what is no longer in Git. When the project or the
 * cluster does not permit one of the objects at all, nothing is applied; when one fails, nothing is
 * pruned.
 */
export function syncObjects(options: SyncOptions): ResourceResult[] {
  const refused = options.objects.flatMap(({ desired }) => {
    const reason = desired && explainRefusal(desired, options);
    return reason ? [failed(desired, reason)] : [];
  });
  if (refused.length > 0) {
    return refused;
  }
  const { store, namespace } = options;
  if (namespace && !store.get(referenceTo(namespace))) {
    store.create(namespace);
  }
  const applied = options.objects.flatMap(compared =>
    compared.desired ? [apply(compared.desired, compared, options)] : [],
  );
  return applied.some(({ status: code }) => code === 'SyncFailed')
    ? applied
    : [...applied, ...prune(options)];
}

function explainRefusal(
  object: KubernetesObject,
  { store, project, destination }: SyncOptions,
): string | undefined {
  const group = groupOf(object);
  const { namespace, name } = object.metadata;
  if (isNamespaced(store, object) === undefined) {
    return `The Kubernetes API could not find ${group}/${object.kind} for requested resource ${namespace}/${name}. Make sure the "${object.kind}" CRD is installed on the destination cluster.`;
  }
  return permitsObject(project, destination, {
    group,
    kind: object.kind,
    namespace,
    name,
  })
    ? undefined
    : `resource ${group}:${object.kind} is not permitted in project ${project.metadata.name}`;
}

function apply(
  desired: KubernetesObject,
  { live, merged, status }: ComparedObject,
  { store, refuse }: SyncOptions,
): ResourceResult {
  const name = qualifiedName(desired);
  const reason = status === 'OutOfSync' && refuse(desired);
  if (reason) {
    return failed(desired, reason);
  }
  try {
    if (!live) {
      store.create(withLastApplied(desired, desired));
      return result(desired, 'Synced', `${name} created`);
    }
    if (status === 'Synced') {
      return result(desired, 'Synced', `${name} unchanged`);
    }
    // The live object may have moved on since it was compared; its fields that Git does not name
    // are the ones that were merged, so the last writer wins as with a forced apply.
    const { resourceVersion, ...metadata } = merged!.metadata;
    store.update(withLastApplied({ ...merged!, metadata }, desired));
    return result(desired, 'Synced', `${name} configured`);
  } catch (error) {
    return failed(
      desired,
      error instanceof Error ? error.message : String(error),
    );
  }
}

function prune({ objects, store, prune: allowed }: SyncOptions) {
  const extra = objects.filter(({ desired }) => allowed && !desired);
  return extra.map(({ live }) => {
    store.delete(referenceTo(live!));
    return result(live!, 'Pruned', 'pruned');
  });
}

function failed(object: KubernetesObject, message: string): ResourceResult {
  return result(object, 'SyncFailed', message);
}

function result(
  object: KubernetesObject,
  status: ResourceResult['status'],
  message: string,
): ResourceResult {
  return {
    group: groupOf(object),
    version: object.apiVersion.split('/').at(-1)!,
    kind: object.kind,
    namespace: object.metadata.namespace ?? '',
    name: object.metadata.name,
    status,
    message,
    hookPhase: status === 'SyncFailed' ? 'Failed' : 'Running',
    syncPhase: 'Sync',
  };
}

/** As kubectl prints it, for example `deployment.apps/participant`. */
function qualifiedName(object: KubernetesObject): string {
  const group = groupOf(object);
  const kind = object.kind.toLowerCase();
  return `${group ? `${kind}.${group}` : kind}/${object.metadata.name}`;
}
