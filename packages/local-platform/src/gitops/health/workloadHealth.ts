import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { ResourceHealth } from '../applications/Application';
import { conditionsOf } from './conditionHealth';

interface WorkloadStatus {
  observedGeneration?: number;
  replicas?: number;
  updatedReplicas?: number;
  readyReplicas?: number;
  availableReplicas?: number;
  phase?: string;
}

const statusOf = (object: KubernetesObject) =>
  (object.status ?? {}) as WorkloadStatus;

const replicasOf = (object: KubernetesObject) =>
  (object.spec as { replicas?: number }).replicas ?? 1;

const waiting = (what: string): ResourceHealth => ({
  status: 'Progressing',
  message: `Waiting for rollout to finish: ${what}`,
});

export function deploymentHealth(object: KubernetesObject): ResourceHealth {
  if ((object.spec as { paused?: boolean }).paused) {
    return { status: 'Suspended', message: 'Deployment is paused' };
  }
  const { replicas = 0, updatedReplicas = 0, ...status } = statusOf(object);
  const available = status.availableReplicas ?? 0;
  const desired = replicasOf(object);
  if (isOutdated(object)) {
    return waiting(
      'observed deployment generation less than desired generation',
    );
  }
  if (deadlineExceeded(object)) {
    return {
      status: 'Degraded',
      message: `Deployment "${object.metadata.name}" exceeded its progress deadline`,
    };
  }
  if (updatedReplicas < desired) {
    return waiting(
      `${updatedReplicas} out of ${desired} new replicas have been updated...`,
    );
  }
  if (replicas > updatedReplicas) {
    return waiting(
      `${replicas - updatedReplicas} old replicas are pending termination...`,
    );
  }
  return available < updatedReplicas
    ? waiting(
        `${available} of ${updatedReplicas} updated replicas are available...`,
      )
    : { status: 'Healthy' };
}

export function statefulSetHealth(object: KubernetesObject): ResourceHealth {
  const { readyReplicas = 0, updatedReplicas = 0 } = statusOf(object);
  const desired = replicasOf(object);
  if (isOutdated(object)) {
    return waiting(
      'observed statefulset generation less than desired generation',
    );
  }
  if (readyReplicas < desired) {
    return {
      status: 'Progressing',
      message: `Waiting for ${desired - readyReplicas} pods to be ready...`,
    };
  }
  return updatedReplicas < desired
    ? waiting(`${updatedReplicas} of ${desired} pods have been updated`)
    : { status: 'Healthy' };
}

export function jobHealth(object: KubernetesObject): ResourceHealth {
  const find = (type: string) =>
    conditionsOf(object).find(
      condition => condition.type === type && condition.status === 'True',
    );
  const failed = find('Failed');
  if (failed) {
    return { status: 'Degraded', message: failed.message };
  }
  if (find('Suspended')) {
    return { status: 'Suspended', message: 'Job is suspended' };
  }
  return find('Complete')
    ? { status: 'Healthy', message: find('Complete')!.message }
    : { status: 'Progressing' };
}

export function claimHealth(object: KubernetesObject): ResourceHealth {
  switch (statusOf(object).phase) {
    case 'Bound':
      return { status: 'Healthy' };
    case 'Lost':
      return { status: 'Degraded' };
    default:
      return { status: 'Progressing' };
  }
}

/** A load balancer is on its way until it has an address. */
export function serviceHealth(object: KubernetesObject): ResourceHealth {
  const { type } = object.spec as { type?: string };
  const { loadBalancer } = (object.status ?? {}) as {
    loadBalancer?: { ingress?: object[] };
  };
  return type !== 'LoadBalancer' || loadBalancer?.ingress?.length
    ? { status: 'Healthy' }
    : { status: 'Progressing' };
}

function isOutdated(object: KubernetesObject): boolean {
  return (
    (statusOf(object).observedGeneration ?? 0) <
    (object.metadata.generation ?? 0)
  );
}

function deadlineExceeded(object: KubernetesObject): boolean {
  return conditionsOf(object).some(
    ({ type, reason }) =>
      type === 'Progressing' && reason === 'ProgressDeadlineExceeded',
  );
}
