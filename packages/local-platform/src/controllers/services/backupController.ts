import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { timestamp } from '../../kubernetes/timestamp';
import { ClusterContext } from '../ClusterContext';
import { isOwnedBy, ownedBy } from '../names';
import { Controller } from '../startController';
import { latestRun, nextRun } from '../workloads/schedule';
import { referenceOf } from '../workloads/Workload';
import { backupKind, BackupSpec, hasReadyInstance } from './postgresBackup';

interface ScheduledBackup extends KubernetesObject {
  spec: BackupSpec & { schedule: string; suspend?: boolean };
  status?: { lastScheduleTime?: string };
}

/** Backups that are kept; what is older the retention policy would have removed. */
const keptBackups = 6;

class BackupController implements Controller<ScheduledBackup> {
  readonly apiVersion = 'postgresql.cnpg.io/v1';
  readonly kind = 'ScheduledBackup';
  readonly #context: ClusterContext;

  constructor(context: ClusterContext) {
    this.#context = context;
  }

  reconcile(scheduled: ScheduledBackup): number | undefined {
    const { schedule, suspend } = scheduled.spec;
    if (suspend) {
      return undefined;
    }
    const { store, clock } = this.#context;
    const now = clock.now();
    const { creationTimestamp } = scheduled.metadata;
    const since = scheduled.status?.lastScheduleTime ?? creationTimestamp!;
    const due = latestRun(schedule, new Date(since), now);
    if (due && hasReadyInstance(store, scheduled)) {
      this.#backUp(scheduled, due);
    }
    const next = nextRun(schedule, now);
    const last = due ? timestamp(due) : since;
    store.updateStatus(referenceOf(scheduled), {
      lastCheckTime: last,
      lastScheduleTime: last,
      nextScheduleTime: timestamp(next),
    });
    return next.getTime() - now.getTime();
  }

  #backUp(scheduled: ScheduledBackup, at: Date): void {
    const { store, clock } = this.#context;
    const { name, namespace } = scheduled.metadata;
    const stamp = timestamp(at).replace(/\D/g, '');
    const ownerReferences = ownedBy(scheduled);
    const { cluster, method, pluginConfiguration } = scheduled.spec;
    const backup = store.create({
      ...backupKind,
      metadata: { name: `${name}-${stamp}`, namespace, ownerReferences },
      spec: {
        cluster,
        ...(method && { method }),
        ...(pluginConfiguration && { pluginConfiguration }),
      },
    });
    store.updateStatus(referenceOf(backup), {
      phase: 'completed',
      ...(method && { method }),
      startedAt: timestamp(at),
      stoppedAt: timestamp(clock.now()),
      backupId: stamp,
    });
    this.#expire(scheduled);
  }

  #expire(scheduled: ScheduledBackup): void {
    const { store } = this.#context;
    const { namespace } = scheduled.metadata;
    const backups = store
      .list({ ...backupKind, namespace })
      .filter(backup => isOwnedBy(backup, scheduled));
    backups
      .slice(0, Math.max(backups.length - keptBackups, 0))
      .forEach(backup => store.delete(referenceOf(backup)));
  }
}

/** Takes the backups of a ScheduledBackup; of missed ones, only the latest is made up for. */
export function backupController(
  context: ClusterContext,
): Controller<ScheduledBackup> {
  return new BackupController(context);
}
