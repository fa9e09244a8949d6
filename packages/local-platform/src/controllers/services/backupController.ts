import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { timestamp } from '../../kubernetes/timestamp';
import { ClusterContext } from '../ClusterContext';
import { isOwnedBy, ownedBy } from '../names';
import { Controller } from '../startController';
import { latestRun, nextRun } from '../workloads/schedule';
import { referenceOf } from '../workloads/Workload';

interface ScheduledBackup extends KubernetesObject {
  spec: { schedule: string; suspend?: boolean; cluster: { name: string } };
  status?: { lastScheduleTime?: string };
}

/** Backups that are kept; what is older the retention policy would have removed. */
const keptBackups = 6;

/** Takes the backups of a ScheduledBackup; of missed ones, only the latest is made up for. */
export function backupController(
  context: ClusterContext,
): Controller<ScheduledBackup> {
  const { store, clock } = context;

  function reconcile(scheduled: ScheduledBackup): number | undefined {
    const { schedule, suspend } = scheduled.spec;
    if (suspend) {
      return undefined;
    }
    const now = clock.now();
    const since =
      scheduled.status?.lastScheduleTime ??
      scheduled.metadata.creationTimestamp!;
    const due = latestRun(schedule, new Date(since), now);
    if (due && instancesAreReady(scheduled)) {
      backUp(scheduled, due);
    }
    const next = nextRun(schedule, now);
    store.updateStatus(referenceOf(scheduled), {
      lastCheckTime: timestamp(due ?? new Date(since)),
      nextScheduleTime: timestamp(next),
      lastScheduleTime: timestamp(due ?? new Date(since)),
    });
    return next.getTime() - now.getTime();
  }

  function instancesAreReady({ metadata, spec }: ScheduledBackup): boolean {
    const cluster = store.get({
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      namespace: metadata.namespace,
      name: spec.cluster.name,
    });
    const { readyInstances = 0 } = (cluster?.status ?? {}) as {
      readyInstances?: number;
    };
    return readyInstances > 0;
  }

  function backUp(scheduled: ScheduledBackup, at: Date): void {
    const { name, namespace } = scheduled.metadata;
    const stamp = timestamp(at).replace(/\D/g, '');
    const backup = store.create({
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Backup',
      metadata: {
        name: `${name}-${stamp}`,
        namespace,
        ownerReferences: ownedBy(scheduled),
      },
      spec: { cluster: scheduled.spec.cluster, method: 'barmanObjectStore' },
    });
    store.updateStatus(referenceOf(backup), {
      phase: 'completed',
      method: 'barmanObjectStore',
      startedAt: timestamp(at),
      stoppedAt: timestamp(clock.now()),
      backupId: stamp,
    });
    expire(scheduled);
  }

  function expire(scheduled: ScheduledBackup): void {
    const { namespace } = scheduled.metadata;
    const backups = store
      .list({
        apiVersion: 'postgresql.cnpg.io/v1',
        kind: 'Backup',
        namespace,
      })
      .filter(backup => isOwnedBy(backup, scheduled));
    backups
      .slice(0, Math.max(backups.length - keptBackups, 0))
      .forEach(backup => store.delete(referenceOf(backup)));
  }

  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'ScheduledBackup',
    reconcile,
  };
}
