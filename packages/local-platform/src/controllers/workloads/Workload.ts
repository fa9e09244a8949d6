import { KubernetesObject, ObjectStore } from '../../kubernetes/ObjectStore';
import { isOwnedBy } from '../names';
import { isReady, Pod, PodTemplate } from '../pods/Pod';

/** The parts that Deployments, ReplicaSets and StatefulSets have in common. */
export interface Workload extends KubernetesObject {
  spec: {
    replicas?: number;
    selector: { matchLabels?: Record<string, string> };
    template: PodTemplate;
  };
}

/** The pods that a workload owns, ordered by name. */
export function podsOf(store: ObjectStore, owner: KubernetesObject): Pod[] {
  const { namespace } = owner.metadata;
  return store
    .view({ apiVersion: 'v1', kind: 'Pod', namespace })
    .filter(pod => isOwnedBy(pod, owner))
    .map(pod => pod as Pod);
}

/** Counts of pods, as the statuses of workloads carry them. */
export function podCounts(pods: readonly Pod[]) {
  const ready = pods.filter(isReady).length;
  return {
    replicas: pods.length,
    readyReplicas: ready,
    availableReplicas: ready,
  };
}

/** Reference to a namespaced object, for the store. */
export function referenceOf({ apiVersion, kind, metadata }: KubernetesObject) {
  const { namespace, name } = metadata;
  return { apiVersion, kind, namespace, name };
}
