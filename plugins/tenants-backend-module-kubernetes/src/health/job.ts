import {
  asSentence,
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
}

export const job: ObservedKind<JobProjection> = {
  kind: 'Job',
  group: 'batch',
  versions: ['v1'],
  plural: 'jobs',
  project: projectJob,
  judge: judgeJob,
};

/** What is kept of a cron job. */
export interface CronJobProjection {
  suspended: boolean;
}

export const cronJob: ObservedKind<CronJobProjection> = {
  kind: 'CronJob',
  group: 'batch',
  versions: ['v1'],
  plural: 'cronjobs',
  project: object => ({
    suspended: valueAt(object, 'spec', 'suspend') === true,
  }),
  judge: ({ suspended: off }) =>
    off ? suspended('Suspended', 'The schedule is switched off.') : healthy,
};

/** A cron job is as well as the last of its jobs that has ended. */
export function judgeCronJob(
  schedule: CronJobProjection,
  jobs: readonly JobProjection[],
  now: Date,
): Judgement {
  const last = jobs
    .filter(({ outcome }) => outcome !== 'Running')
    .sort((left, right) => left.createdAt.localeCompare(right.createdAt))
    .at(-1);
  const judgement = cronJob.judge(schedule, now);
  return judgement.health === 'Healthy' && last ? judgeJob(last) : judgement;
}

function projectJob(object: KubernetesObject): JobProjection {
  const conditions = conditionsOf(object);
  const failed = conditions.get('Failed');
  const owner = listAt(object, 'metadata', 'ownerReferences').find(
    reference => textAt(reference, 'kind') === 'CronJob',
  );
  const cronJobName = textAt(owner, 'name');
  return {
    ...(cronJobName && { cronJob: cronJobName }),
    outcome: outcomeOf(
      failed?.status === 'True',
      conditions.get('Complete')?.status === 'True',
    ),
    ...(failed?.message && { message: failed.message }),
    suspended: valueAt(object, 'spec', 'suspend') === true,
    createdAt: textAt(object, 'metadata', 'creationTimestamp') ?? '',
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

function judgeJob({
  outcome,
  message,
  suspended: off,
}: JobProjection): Judgement {
  if (outcome === 'Failed') {
    return degraded(
      'JobFailed',
      `The job failed: ${asSentence(
        message ?? 'no message',
      )} Read the log of its pods.`,
    );
  }
  if (outcome === 'Complete') {
    return healthy;
  }
  return off
    ? suspended('Suspended', 'The job is suspended.')
    : progressing('Running', 'The job is running.');
}
