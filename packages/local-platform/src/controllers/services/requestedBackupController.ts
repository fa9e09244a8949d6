import { KubernetesObject, StoreEvent } from '../../kubernetes/ObjectStore';
import { timestamp } from '../../kubernetes/timestamp';
import { ClusterContext } from '../ClusterContext';
import { Controller, keyOf } from '../startController';
import { referenceOf } from '../workloads/Workload';
import { backupKind, BackupSpec, hasReadyInstance } from './postgresBackup';

interface Backup extends KubernetesObject {
  spec: BackupSpec;
  status?: { phase?: string; startedAt?: string };
}

/** Takes the backups that somebody asks for with a Backup; each waits for an instance. */
export function requestedBackupController(
  context: ClusterContext,
): Controller<Backup> {
  const { store, clock, timings } = context;

  /** A database that gets ready has its waiting backups taken. */
  function concerns({ object }: StoreEvent): string[] {
    const { namespace } = object.metadata;
    return object.kind === 'Cluster' &&
      object.apiVersion === backupKind.apiVersion
      ? store.list({ ...backupKind, namespace }).map(keyOf)
      : [];
  }

  function reconcile(backup: Backup): number | undefined {
    const { phase, startedAt } = backup.status ?? {};
    if (phase === 'completed') {
      return undefined;
    }
    const now = clock.now();
    if (startedAt === undefined) {
      return start(backup, now);
    }
    const leftMs = Date.parse(startedAt) + timings.job - now.getTime();
    if (leftMs > 0) {
      return leftMs;
    }
    const { method } = backup.spec;
    store.updateStatus(referenceOf(backup), {
      ...backup.status,
      phase: 'completed',
      ...(method && { method }),
      stoppedAt: timestamp(now),
      backupId: timestamp(now).replace(/\D/g, ''),
    });
    return undefined;
  }

  function start(backup: Backup, now: Date): number | undefined {
    if (!hasReadyInstance(store, backup)) {
      return undefined;
    }
    store.updateStatus(referenceOf(backup), {
      phase: 'running',
      startedAt: timestamp(now),
    });
    return timings.job;
  }

  return { ...backupKind, concerns, reconcile };
}
