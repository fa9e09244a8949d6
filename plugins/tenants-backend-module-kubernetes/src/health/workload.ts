import {
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
import { textsAt } from './labels';
import { clusterSays } from './wording';

/** What Deployments, StatefulSets and DaemonSets have in common. */
export interface WorkloadProjection {
  desired: number;
  ready: number;
  updated: number;
  available: number;
  /** Whether the controller has seen the last change. */
  observed: boolean;
  paused: boolean;
  images: string[];
  /** Labels of its pods. */
  podLabels: Record<string, string>;
  /** Why the rollout is stuck, if the controller says that it is. */
  stuck?: string;
}

export function projectWorkload(object: KubernetesObject): WorkloadProjection {
  const status = (field: string) => numberAt(object, 'status', field) ?? 0;
  const progress = conditionsOf(object).get('Progressing');
  return {
    desired: numberAt(object, 'spec', 'replicas') ?? 1,
    ready: status('readyReplicas'),
    updated: status('updatedReplicas'),
    available: status('availableReplicas'),
    observed: isObserved(object),
    paused: valueAt(object, 'spec', 'paused') === true,
    ...templateOf(object),
    ...(progress?.reason === 'ProgressDeadlineExceeded' && {
      stuck: progress.message ?? 'The rollout has made no progress in time.',
    }),
  };
}

/** Whether the controller has seen the last change of an object. */
export function isObserved(object: KubernetesObject): boolean {
  const generation = numberAt(object, 'metadata', 'generation') ?? 0;
  return (numberAt(object, 'status', 'observedGeneration') ?? 0) >= generation;
}

/** Judges by what the controller of the workload says, in the order in which a rollout goes. */
export function judgeWorkload(workload: WorkloadProjection): Judgement {
  const { desired, ready, updated, available, observed, paused } = workload;
  const counts = `${ready} of ${desired} pods are ready`;
  if (!observed) {
    return rolling(
      'WaitingForController',
      'The last change is not taken up yet.',
    );
  }
  if (desired === 0) {
    return stopped('ScaledToZero', 'Scaled to zero: nothing is asked to run.');
  }
  if (workload.stuck) {
    return degraded(
      'RolloutStuck',
      `${clusterSays(
        workload.stuck,
      )} ${counts}. Look at the pods and their events.`,
      'workload-rollout',
    );
  }
  if (paused) {
    return stopped('RolloutPaused', 'The rollout is paused by hand.');
  }
  if (updated < desired) {
    return rolling(
      'RollingOut',
      `${updated} of ${desired} pods have the new version; ${counts}.`,
    );
  }
  return ready < desired || available < desired
    ? rolling('WaitingForPods', `${counts}.`)
    : healthy;
}

function rolling(reason: string, message: string): Judgement {
  return progressing(reason, message, 'workload-rollout');
}

function stopped(reason: string, message: string): Judgement {
  return suspended(reason, message, 'workload-stopped');
}

/** What is kept of the template of the pods. */
export function templateOf(
  object: KubernetesObject,
): Pick<WorkloadProjection, 'images' | 'podLabels'> {
  const containers = listAt(object, 'spec', 'template', 'spec', 'containers');
  return {
    images: containers.flatMap(container => textAt(container, 'image') ?? []),
    podLabels: textsAt(object, 'spec', 'template', 'metadata', 'labels'),
  };
}
