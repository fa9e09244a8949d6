import { JsonObject } from '@backstage/types';
import { ObjectCondition, withConditions } from '../conditions';
import type { Deployment } from './deploymentController';
import { Workload } from './Workload';

type Counts = {
  replicas?: number;
  readyReplicas?: number;
  availableReplicas?: number;
};

/** The status of a Deployment, and when to look whether its progress deadline has passed. */
export function deploymentStatus(options: {
  deployment: Deployment;
  replicaSets: readonly Workload[];
  /** Name of the ReplicaSet of the pod template as it is. */
  current: string;
  now: Date;
  nowText: string;
}): { status: JsonObject; lookAgainAfter?: number } {
  const { deployment, replicaSets, current, nowText } = options;
  const counts = (sets: readonly Workload[], field: keyof Counts) =>
    sets.reduce(
      (total, set) => total + ((set.status as Counts)?.[field] ?? 0),
      0,
    );
  const newest = replicaSets.filter(
    ({ metadata }) => metadata.name === current,
  );
  const desired = deployment.spec.replicas ?? 1;
  const available = counts(replicaSets, 'availableReplicas');
  const complete =
    counts(newest, 'availableReplicas') >= desired &&
    counts(replicaSets, 'replicas') === desired;
  const { progressing, lookAgainAfter } = progress(options, complete);
  const status = {
    observedGeneration: deployment.metadata.generation ?? 1,
    replicas: counts(replicaSets, 'replicas'),
    updatedReplicas: counts(newest, 'replicas'),
    readyReplicas: counts(replicaSets, 'readyReplicas'),
    availableReplicas: available,
    unavailableReplicas: Math.max(desired - available, 0),
    conditions: withConditions(
      conditionsOf(deployment),
      [availability(available >= desired), progressing],
      nowText,
    ),
  };
  return { status, lookAgainAfter };
}

function availability(available: boolean): ObjectCondition {
  return available
    ? {
        type: 'Available',
        status: 'True',
        reason: 'MinimumReplicasAvailable',
        message: 'Deployment has minimum availability.',
      }
    : {
        type: 'Available',
        status: 'False',
        reason: 'MinimumReplicasUnavailable',
        message: 'Deployment does not have minimum availability.',
      };
}

/**
 * A rollout that was once complete stays so when its pods fail later; one that never completes
 * fails at its deadline.
 */
function progress(
  {
    deployment,
    current,
    replicaSets,
    now,
  }: Parameters<typeof deploymentStatus>[0],
  complete: boolean,
): { progressing: ObjectCondition; lookAgainAfter?: number } {
  const before = conditionsOf(deployment)?.find(
    ({ type }) => type === 'Progressing',
  );
  const completeMessage = `ReplicaSet "${current}" has successfully progressed.`;
  const wasComplete =
    before?.reason === 'NewReplicaSetAvailable' &&
    before.message === completeMessage;
  const condition = (
    status: 'True' | 'False',
    reason: string,
    message: string,
  ) => ({ type: 'Progressing', status, reason, message });
  if (complete || wasComplete) {
    return {
      progressing: condition('True', 'NewReplicaSetAvailable', completeMessage),
    };
  }
  const startedAt = replicaSets.find(
    ({ metadata }) => metadata.name === current,
  )?.metadata.creationTimestamp;
  const deadlineMs = (deployment.spec.progressDeadlineSeconds ?? 600) * 1000;
  const leftMs = Date.parse(startedAt ?? '') + deadlineMs - now.getTime();
  return leftMs > 0
    ? {
        progressing: condition(
          'True',
          'ReplicaSetUpdated',
          `ReplicaSet "${current}" is progressing.`,
        ),
        lookAgainAfter: leftMs,
      }
    : {
        progressing: condition(
          'False',
          'ProgressDeadlineExceeded',
          `ReplicaSet "${current}" has timed out progressing.`,
        ),
      };
}

function conditionsOf({ status }: Deployment): ObjectCondition[] | undefined {
  return (status as { conditions?: ObjectCondition[] } | undefined)?.conditions;
}
