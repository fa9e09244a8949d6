import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { timestamp } from '../../kubernetes/timestamp';
import { ClusterContext } from '../ClusterContext';
import { isOwnedBy, ownedBy } from '../names';
import { Controller } from '../startController';
import { latestRun, nextRun } from './schedule';
import { referenceOf } from './Workload';

interface CronJob extends KubernetesObject {
  spec: {
    schedule: string;
    suspend?: boolean;
    successfulJobsHistoryLimit?: number;
    jobTemplate: { spec: object };
  };
  status?: { lastScheduleTime?: string; lastSuccessfulTime?: string };
}

/** Creates the Jobs of a CronJob; of runs that were missed, only the latest is made up for. */
export function cronJobController(
  context: ClusterContext,
): Controller<CronJob> {
  const { store, clock } = context;

  function run(cronJob: CronJob, at: Date): void {
    const minutes = Math.floor(at.getTime() / 60_000);
    store.create({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: {
        name: `${cronJob.metadata.name}-${minutes}`,
        namespace: cronJob.metadata.namespace,
        ownerReferences: ownedBy(cronJob),
      },
      spec: cronJob.spec.jobTemplate.spec,
    });
  }

  function jobsOf(cronJob: CronJob): KubernetesObject[] {
    const { namespace } = cronJob.metadata;
    return store
      .view({ apiVersion: 'batch/v1', kind: 'Job', namespace })
      .filter(job => isOwnedBy(job, cronJob));
  }

  function reconcile(cronJob: CronJob): number | undefined {
    const { schedule, suspend, successfulJobsHistoryLimit = 3 } = cronJob.spec;
    if (suspend) {
      return undefined;
    }
    const now = clock.now();
    const { creationTimestamp } = cronJob.metadata;
    const since = cronJob.status?.lastScheduleTime ?? creationTimestamp!;
    const due = latestRun(schedule, new Date(since), now);
    if (due) {
      run(cronJob, due);
    }
    const jobs = jobsOf(cronJob);
    jobs
      .slice(0, Math.max(jobs.length - successfulJobsHistoryLimit, 0))
      .forEach(job => store.delete(referenceOf(job)));
    const finished = jobs.flatMap(
      ({ status }) =>
        (status as { completionTime?: string })?.completionTime ?? [],
    );
    store.updateStatus(referenceOf(cronJob), {
      ...cronJob.status,
      ...(due && { lastScheduleTime: timestamp(due) }),
      ...(finished.length > 0 && { lastSuccessfulTime: finished.at(-1) }),
    });
    return nextRun(schedule, now).getTime() - now.getTime();
  }

  return { apiVersion: 'batch/v1', kind: 'CronJob', reconcile };
}
