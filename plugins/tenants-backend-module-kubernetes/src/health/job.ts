import {
  conditionsOf,
  KubernetesObject,
  listAt,
  textAt,
  valueAt,
} from '@tenantry/plugin-tenants-node';
import {
  degraded,
  healthy,
  Judgement,
  ObservedKind,
  progressing,
  suspended,
} from './ObservedKind';
import { clusterSays } from './wording';

/** What is kept of a job. */
export interface JobProjection {
  /** The CronJob that made it. */
  cronJob?: string;
  outcome: 'Running' | 'Complete' | 'Failed';
  /** Why it failed. */
  message?: string;
  suspended: boolean;
  /** RFC 3339. */
  createdAt: string;
  /** When it succeeded, RFC 3339. */
  completedAt?: string;
}

export const job: ObservedKind<JobProjection> = {
  kind: 'Job',
  group: 'batch',
  versions: ['v1'],
  plural: 'jobs',
  project: projectJob,
  judge: judgeJob,
};

function projectJob(object: KubernetesObject): JobProjection {
  const conditions = conditionsOf(object);
  const failed = conditions.get('Failed');
  const owner = listAt(object, 'metadata', 'ownerReferences').find(
    reference => textAt(reference, 'kind') === 'CronJob',
  );
  const cronJobName = textAt(owner, 'name');
  const completedAt = textAt(object, 'status', 'completionTime');
  return {
    ...(cronJobName && { cronJob: cronJobName }),
    outcome: outcomeOf(
      failed?.status === 'True',
      conditions.get('Complete')?.status === 'True',
    ),
    ...(failed?.message && { message: failed.message }),
    suspended: valueAt(object, 'spec', 'suspend') === true,
    createdAt: textAt(object, 'metadata', 'creationTimestamp') ?? '',
    ...(completedAt && { completedAt }),
  };
}

function outcomeOf(
  failed: boolean,
  complete: boolean,
): JobProjection['outcome'] {
  if (failed) {
    return 'Failed';
  }
  return complete ? 'Complete' : 'Running';
}

export function judgeJob({
  outcome,
  message,
  suspended: off,
}: JobProjection): Judgement {
  if (outcome === 'Failed') {
    return degraded(
      'JobFailed',
      `The job failed: ${clusterSays(
        message ?? 'no message',
      )} Read the log of its pods.`,
      'job-failed',
    );
  }
  if (outcome === 'Complete') {
    return healthy;
  }
  return off
    ? suspended('Suspended', 'The job is suspended.', 'workload-stopped')
    : progressing('Running', 'The job is running.', 'job-failed');
}
