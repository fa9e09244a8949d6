import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { timestamp } from '../../kubernetes/timestamp';
import { ClusterContext } from '../ClusterContext';
import { recordEvent } from '../events';
import { hashSuffix, isOwnedBy, ownedBy } from '../names';
import { Controller } from '../startController';
import { deploymentStatus } from './deploymentStatus';
import { referenceOf, Workload } from './Workload';

export interface Deployment extends Workload {
  spec: Workload['spec'] & {
    strategy?: { type?: string };
    progressDeadlineSeconds?: number;
    revisionHistoryLimit?: number;
  };
}

const revisionAnnotation = 'deployment.kubernetes.io/revision';

/** Rolls Deployments out: one ReplicaSet for each pod template. */
export function deploymentController(
  context: ClusterContext,
): Controller<Deployment> {
  const { store, clock } = context;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    reconcile(deployment) {
      const current = currentReplicaSet(context, deployment);
      const old = replicaSetsOf(context, deployment).filter(
        ({ metadata }) => metadata.name !== current.metadata.name,
      );
      rollOut(context, deployment, current, old);
      deleteOldest(context, deployment, old);
      const { status, lookAgainAfter } = deploymentStatus({
        deployment,
        replicaSets: replicaSetsOf(context, deployment),
        current: current.metadata.name,
        now: clock.now(),
        nowText: timestamp(clock.now()),
      });
      store.updateStatus(referenceOf(deployment), status);
      return lookAgainAfter;
    },
  };
}

function currentReplicaSet(
  context: ClusterContext,
  deployment: Deployment,
): Workload {
  const { template, selector } = deployment.spec;
  const hash = hashSuffix(template);
  const { namespace, name: deploymentName } = deployment.metadata;
  const existing = replicaSetsOf(context, deployment);
  const name = `${deploymentName}-${hash}`;
  const found = existing.find(({ metadata }) => metadata.name === name);
  if (found) {
    return found;
  }
  const labels = { ...template.metadata?.labels, 'pod-template-hash': hash };
  const revision = Math.max(0, ...existing.map(revisionOf)) + 1;
  return context.store.create({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name,
      namespace,
      labels,
      annotations: { [revisionAnnotation]: String(revision) },
      ownerReferences: ownedBy(deployment),
    },
    spec: {
      replicas: 0,
      selector: {
        matchLabels: { ...selector.matchLabels, 'pod-template-hash': hash },
      },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  }) as Workload;
}

/** `Recreate` waits until the old pods are gone, a rolling update until the new ones are ready. */
function rollOut(
  context: ClusterContext,
  deployment: Deployment,
  current: Workload,
  old: readonly Workload[],
): void {
  const desired = deployment.spec.replicas ?? 1;
  const recreate = deployment.spec.strategy?.type === 'Recreate';
  const oldPods = sum(old.map(set => countOf(set, 'replicas')));
  const newReady = countOf(current, 'readyReplicas') >= desired;
  if (!recreate || oldPods === 0) {
    scale(context, deployment, current, desired);
  }
  if (recreate || newReady) {
    old.forEach(replicaSet => scale(context, deployment, replicaSet, 0));
  }
}

function scale(
  context: ClusterContext,
  deployment: Deployment,
  replicaSet: Workload,
  replicas: number,
): void {
  const before = replicaSet.spec.replicas ?? 0;
  if (before === replicas) {
    return;
  }
  const { resourceVersion, ...metadata } = replicaSet.metadata;
  context.store.update({
    ...replicaSet,
    metadata,
    spec: { ...replicaSet.spec, replicas },
  } as KubernetesObject);
  const direction = replicas > before ? 'up' : 'down';
  recordEvent(context, deployment, {
    type: 'Normal',
    reason: 'ScalingReplicaSet',
    message: `Scaled ${direction} replica set ${metadata.name} from ${before} to ${replicas}`,
    component: 'deployment-controller',
  });
}

function deleteOldest(
  { store }: ClusterContext,
  { spec }: Deployment,
  old: readonly Workload[],
): void {
  const limit = spec.revisionHistoryLimit ?? 10;
  [...old]
    .filter(set => countOf(set, 'replicas') === 0)
    .sort((left, right) => revisionOf(right) - revisionOf(left))
    .slice(limit)
    .forEach(replicaSet => store.delete(referenceOf(replicaSet)));
}

function replicaSetsOf(
  { store }: ClusterContext,
  deployment: Deployment,
): Workload[] {
  const { namespace } = deployment.metadata;
  return store
    .view({ apiVersion: 'apps/v1', kind: 'ReplicaSet', namespace })
    .filter(set => isOwnedBy(set, deployment))
    .map(set => set as Workload);
}

function revisionOf({ metadata }: KubernetesObject): number {
  return Number(metadata.annotations?.[revisionAnnotation] ?? 0);
}

function countOf(
  { status }: Workload,
  field: 'replicas' | 'readyReplicas',
): number {
  return (status as Record<string, number> | undefined)?.[field] ?? 0;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
