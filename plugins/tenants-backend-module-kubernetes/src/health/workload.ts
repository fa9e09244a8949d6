import {
  asSentence,
  conditionsOf,
  KubernetesObject,
  listAt,
  numberAt,
  textAt,
  valueAt,
} from '@tenantry/plugin-tenants-node';
import {
  degraded,
  healthy,
  Judgement,
  progressing,
  suspended,
} from './ObservedKind';

/** What Deployments and StatefulSets have in common. */
export interface WorkloadProjection {
  desired: number;
  ready: number;
  updated: number;
  available: number;
  /** Whether the controller has seen the last change. */
  observed: boolean;
  paused: boolean;
  images: string[];
  /** Why the rollout is stuck, if the controller says that it is. */
  stuck?: string;
}

export function projectWorkload(object: KubernetesObject): WorkloadProjection {
  const status = (field: string) => numberAt(object, 'status', field) ?? 0;
  const progress = conditionsOf(object).get('Progressing');
  const generation = numberAt(object, 'metadata', 'generation') ?? 0;
  return {
    desired: numberAt(object, 'spec', 'replicas') ?? 1,
    ready: status('readyReplicas'),
    updated: status('updatedReplicas'),
    available: status('availableReplicas'),
    observed: status('observedGeneration') >= generation,
    paused: valueAt(object, 'spec', 'paused') === true,
    images: imagesOf(object),
    ...(progress?.reason === 'ProgressDeadlineExceeded' && {
      stuck: progress.message ?? 'The rollout has made no progress in time.',
    }),
  };
}

/** Judges by what the controller of the workload says, in the order in which a rollout goes. */
export function judgeWorkload(workload: WorkloadProjection): Judgement {
  const { desired, ready, updated, available, observed, paused } = workload;
  const counts = `${ready} of ${desired} pods are ready`;
  if (!observed) {
    return progressing(
      'WaitingForController',
      'The last change is not taken up yet.',
    );
  }
  if (desired === 0) {
    return suspended(
      'ScaledToZero',
      'Scaled to zero: nothing is asked to run.',
    );
  }
  if (workload.stuck) {
    return degraded(
      'RolloutStuck',
      `${asSentence(
        workload.stuck,
      )} ${counts}. Look at the pods and their events.`,
    );
  }
  if (paused) {
    return suspended('RolloutPaused', 'The rollout is paused by hand.');
  }
  if (updated < desired) {
    return progressing(
      'RollingOut',
      `${updated} of ${desired} pods have the new version; ${counts}.`,
    );
  }
  return ready < desired || available < desired
    ? progressing('WaitingForPods', `${counts}.`)
    : healthy;
}

function imagesOf(object: KubernetesObject): string[] {
  const containers = listAt(object, 'spec', 'template', 'spec', 'containers');
  return containers.flatMap(container => textAt(container, 'image') ?? []);
}
