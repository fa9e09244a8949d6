import {
  KubernetesObject,
  listAt,
  textAt,
  valueAt,
} from '@tenantry/plugin-tenants-node';
import { JobProjection, judgeJob } from './job';
import {
  degraded,
  healthy,
  JudgeContext,
  Judgement,
  ObservedKind,
  suspended,
} from './ObservedKind';
import { overdueAfter } from './schedule';

/** What is kept of a cron job. */
export interface CronJobProjection {
  schedule: string;
  suspended: boolean;
  running: boolean;
  /** RFC 3339. */
  createdAt: string;
  /** RFC 3339. */
  succeededAt?: string;
  /** When its next run counts as missed, RFC 3339. */
  missedAfter?: string;
}

export const cronJob: ObservedKind<CronJobProjection> = {
  kind: 'CronJob',
  group: 'batch',
  versions: ['v1'],
  plural: 'cronjobs',
  project: projectCronJob,
  judge: judgeSchedule,
};

function projectCronJob(object: KubernetesObject): CronJobProjection {
  const schedule = textAt(object, 'spec', 'schedule') ?? '';
  const createdAt = textAt(object, 'metadata', 'creationTimestamp') ?? '';
  const succeededAt = textAt(object, 'status', 'lastSuccessfulTime');
  const missedAfter = overdueAfter({
    schedule,
    timeZone: textAt(object, 'spec', 'timeZone'),
    lastRunAt: textAt(object, 'status', 'lastScheduleTime') ?? createdAt,
  });
  return {
    schedule,
    suspended: valueAt(object, 'spec', 'suspend') === true,
    running: listAt(object, 'status', 'active').length > 0,
    createdAt,
    ...(succeededAt && { succeededAt }),
    ...(missedAfter && { missedAfter }),
  };
}

/** A run that still goes on may keep the next one waiting. */
function judgeSchedule(
  { suspended: off, running, missedAfter, succeededAt }: CronJobProjection,
  { now }: JudgeContext,
): Judgement {
  if (off) {
    return suspended(
      'Suspended',
      'The schedule is switched off.',
      'workload-stopped',
    );
  }
  if (!running && now.getTime() > Date.parse(missedAfter ?? '')) {
    const last = succeededAt ? `; it last succeeded at ${succeededAt}` : '';
    return degraded(
      'ScheduleMissed',
      `A run was due and did not start${last}. Probably a quota or a missed starting deadline keeps it from starting; look at the events of the CronJob.`,
      'schedule-missed',
    );
  }
  return healthy;
}

/** A cron job is as well as the last of its jobs that has ended. */
export function judgeCronJob(
  projection: CronJobProjection,
  jobs: readonly JobProjection[],
  context: JudgeContext,
): Judgement {
  const last = jobs
    .filter(({ outcome }) => outcome !== 'Running')
    .sort((left, right) => left.createdAt.localeCompare(right.createdAt))
    .at(-1);
  const judgement = judgeSchedule(projection, context);
  return judgement.health === 'Healthy' && last ? judgeJob(last) : judgement;
}

/** When a run last succeeded, RFC 3339, by what the cron job and its jobs say. */
export function lastSuccess(
  { succeededAt }: CronJobProjection,
  jobs: readonly JobProjection[],
): string | undefined {
  return [succeededAt, ...jobs.map(({ completedAt }) => completedAt)]
    .filter(moment => moment !== undefined)
    .sort()
    .at(-1);
}
