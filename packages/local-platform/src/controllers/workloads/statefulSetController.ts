import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { ClusterContext } from '../ClusterContext';
import { hashSuffix } from '../names';
import { createPod } from '../pods/createPod';
import { isReady } from '../pods/Pod';
import { Controller } from '../startController';
import { podCounts, podsOf, referenceOf, Workload } from './Workload';

interface StatefulSet extends Workload {
  spec: Workload['spec'] & {
    volumeClaimTemplates?: { metadata: { name: string }; spec: object }[];
  };
}

const revisionLabel = 'controller-revision-hash';

/** Keeps the numbered pods of a StatefulSet and their volumes, one pod after the other. */
export function statefulSetController(
  context: ClusterContext,
): Controller<StatefulSet> {
  const { store } = context;
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    reconcile(statefulSet) {
      const { name, generation = 1 } = statefulSet.metadata;
      const revision = `${name}-${hashSuffix(statefulSet.spec.template)}`;
      bringAbout(context, statefulSet, revision);
      const pods = podsOf(store, statefulSet);
      store.updateStatus(referenceOf(statefulSet), {
        ...podCounts(pods),
        observedGeneration: generation,
        currentReplicas: pods.length,
        updatedReplicas: pods.filter(
          ({ metadata }) => metadata.labels?.[revisionLabel] === revision,
        ).length,
        currentRevision: revision,
        updateRevision: revision,
        collisionCount: 0,
      });
      return undefined;
    },
  };
}

function bringAbout(
  context: ClusterContext,
  statefulSet: StatefulSet,
  revision: string,
): void {
  const { store } = context;
  const { name } = statefulSet.metadata;
  const desired = statefulSet.spec.replicas ?? 1;
  const names = Array.from(
    { length: desired },
    (_, index) => `${name}-${index}`,
  );
  const pods = podsOf(store, statefulSet);
  const superfluous = pods.find(
    ({ metadata }) =>
      !names.includes(metadata.name) ||
      metadata.labels?.[revisionLabel] !== revision,
  );
  if (superfluous) {
    store.delete(referenceOf(superfluous));
    return;
  }
  const missing = names[pods.length];
  if (missing !== undefined && pods.every(isReady)) {
    addClaims(context, statefulSet, missing);
    createPod(context, statefulSet, {
      name: missing,
      template: statefulSet.spec.template,
      labels: {
        'statefulset.kubernetes.io/pod-name': missing,
        [revisionLabel]: revision,
      },
    });
  }
}

/** Claims stay when their pod or StatefulSet goes. */
function addClaims(
  { store }: ClusterContext,
  { metadata, spec }: StatefulSet,
  pod: string,
): void {
  for (const template of spec.volumeClaimTemplates ?? []) {
    const claim: KubernetesObject = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        name: `${template.metadata.name}-${pod}`,
        namespace: metadata.namespace,
      },
      spec: template.spec,
    };
    if (!store.get(referenceOf(claim))) {
      store.create(claim);
    }
  }
}
