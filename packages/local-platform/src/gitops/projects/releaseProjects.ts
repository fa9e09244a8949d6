import { KubernetesObject, ObjectStore } from '../../kubernetes/ObjectStore';
import { ApplicationSpec, argocdNamespace } from '../applications/Application';
import { resourcesFinalizer } from '../finalizers';

const apiVersion = 'argoproj.io/v1alpha1';
const namespace = argocdNamespace;

/**
 * Lets go of each AppProject that is to be deleted, once no Application names it any more.
 *
 * @returns the function that stops it.
 */
export function releaseProjects(hub: ObjectStore): () => void {
  return hub.watch(({ object: { kind } }) => {
    if (kind === 'AppProject' || kind === 'Application') {
      hub
        .view({ apiVersion, kind: 'AppProject', namespace })
        .filter(project => isHeld(project) && !isUsed(project, hub))
        .forEach(project => release(project, hub));
    }
  });
}

function isHeld({ metadata }: KubernetesObject): boolean {
  return (
    metadata.deletionTimestamp !== undefined &&
    (metadata.finalizers ?? []).includes(resourcesFinalizer)
  );
}

function isUsed({ metadata }: KubernetesObject, hub: ObjectStore): boolean {
  return hub
    .view({ apiVersion, kind: 'Application', namespace })
    .some(({ spec }) => (spec as ApplicationSpec).project === metadata.name);
}

function release(project: KubernetesObject, hub: ObjectStore): void {
  const finalizers = project.metadata.finalizers!.filter(
    name => name !== resourcesFinalizer,
  );
  hub.update({ ...project, metadata: { ...project.metadata, finalizers } });
}
