import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { timestamp } from '../../kubernetes/timestamp';
import { ClusterContext } from '../ClusterContext';
import { withConditions } from '../conditions';
import { recordEvent } from '../events';
import { randomSuffix } from '../names';
import { createPod } from '../pods/createPod';
import { PodTemplate } from '../pods/Pod';
import { Controller } from '../startController';
import { podsOf, referenceOf } from './Workload';

interface Job extends KubernetesObject {
  spec: { template: PodTemplate; suspend?: boolean };
  status?: { startTime?: string; completionTime?: string };
}

/** Runs the one pod of a Job to its end. */
export function jobController(context: ClusterContext): Controller<Job> {
  const { store, clock } = context;

  function complete(job: Job, now: string): void {
    store.updateStatus(referenceOf(job), {
      startTime: job.status?.startTime ?? now,
      completionTime: now,
      succeeded: 1,
      conditions: withConditions(
        [],
        [{ type: 'Complete', status: 'True', reason: 'CompletionsReached' }],
        now,
      ),
    });
    recordEvent(context, job, {
      type: 'Normal',
      reason: 'Completed',
      message: 'Job completed',
      component: 'job-controller',
    });
  }

  function reconcile(job: Job): undefined {
    if (job.status?.completionTime || job.spec.suspend) {
      return;
    }
    const now = timestamp(clock.now());
    const [pod] = podsOf(store, job);
    if (pod?.status?.phase === 'Succeeded') {
      complete(job, now);
      return;
    }
    if (!pod) {
      createPod(context, job, {
        name: `${job.metadata.name}-${randomSuffix()}`,
        template: job.spec.template,
        labels: { 'job-name': job.metadata.name },
      });
    }
    store.updateStatus(referenceOf(job), {
      startTime: job.status?.startTime ?? now,
      active: 1,
    });
  }

  return { apiVersion: 'batch/v1', kind: 'Job', reconcile };
}
