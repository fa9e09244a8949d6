import { ClusterContext } from '../ClusterContext';
import { recordEvent } from '../events';
import { randomSuffix } from '../names';
import { createPod } from '../pods/createPod';
import { Pod } from '../pods/Pod';
import { Controller } from '../startController';
import { podCounts, podsOf, referenceOf, Workload } from './Workload';

/** Keeps as many pods as a ReplicaSet asks for. */
export function replicaSetController(
  context: ClusterContext,
): Controller<Workload> {
  const { store } = context;
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    reconcile(replicaSet) {
      const pods = podsOf(store, replicaSet);
      const desired = replicaSet.spec.replicas ?? 1;
      for (let count = pods.length; count < desired; count += 1) {
        addPod(context, replicaSet);
      }
      pods.slice(desired).forEach(pod => removePod(context, replicaSet, pod));
      store.updateStatus(referenceOf(replicaSet), {
        ...podCounts(podsOf(store, replicaSet)),
        fullyLabeledReplicas: desired,
        observedGeneration: replicaSet.metadata.generation ?? 1,
      });
      return undefined;
    },
  };
}

function addPod(context: ClusterContext, replicaSet: Workload): void {
  const { metadata, spec } = replicaSet;
  createPod(context, replicaSet, {
    name: `${metadata.name}-${randomSuffix()}`,
    template: spec.template,
  });
}

function removePod(
  context: ClusterContext,
  replicaSet: Workload,
  pod: Pod,
): void {
  context.store.delete(referenceOf(pod));
  recordEvent(context, replicaSet, {
    type: 'Normal',
    reason: 'SuccessfulDelete',
    message: `Deleted pod: ${pod.metadata.name}`,
    component: 'replicaset-controller',
  });
}
