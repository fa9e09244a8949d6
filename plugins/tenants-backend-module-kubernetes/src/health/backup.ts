import { KubernetesKind, textAt, valueAt } from '@tenantry/plugin-tenants-node';
import { healthy, ObservedKind, suspended } from './ObservedKind';

/** What is kept of a backup of CloudNativePG. */
export interface BackupProjection {
  /** The database cluster. */
  cluster: string;
  /** When it succeeded, RFC 3339; absent while it has not. */
  succeededAt?: string;
}

/** Told with what has it made: the age of the last one is a check of its own. */
export const backup: KubernetesKind<BackupProjection> = {
  kind: 'Backup',
  group: 'postgresql.cnpg.io',
  versions: ['v1'],
  plural: 'backups',
  project(object) {
    const completed = textAt(object, 'status', 'phase') === 'completed';
    const stoppedAt = textAt(object, 'status', 'stoppedAt');
    return {
      cluster: textAt(object, 'spec', 'cluster', 'name') ?? '',
      ...(completed && stoppedAt && { succeededAt: stoppedAt }),
    };
  },
};

/** What is kept of a schedule of backups. */
export interface ScheduledBackupProjection {
  cluster: string;
  schedule: string;
  suspended: boolean;
  /** RFC 3339. */
  createdAt?: string;
}

export const scheduledBackup: ObservedKind<ScheduledBackupProjection> = {
  kind: 'ScheduledBackup',
  group: 'postgresql.cnpg.io',
  versions: ['v1'],
  plural: 'scheduledbackups',
  project: object => ({
    cluster: textAt(object, 'spec', 'cluster', 'name') ?? '',
    schedule: textAt(object, 'spec', 'schedule') ?? '',
    suspended: valueAt(object, 'spec', 'suspend') === true,
    createdAt: textAt(object, 'metadata', 'creationTimestamp'),
  }),
  judge: ({ suspended: off }) =>
    off
      ? suspended(
          'Suspended',
          'The schedule is switched off; no backups are made.',
          'workload-stopped',
        )
      : healthy,
  onlyNamed: true,
};
