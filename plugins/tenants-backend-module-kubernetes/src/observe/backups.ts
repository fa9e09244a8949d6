import {
  matchesPattern,
  NamespaceView,
  ObservedCheck,
} from '@tenantry/plugin-tenants-node';
import {
  ageMs,
  backup,
  cronJob,
  degraded,
  inWords,
  Judgement,
  lastSuccess,
  postgresCluster,
  scheduledBackup,
  suspended,
} from '../health';
import { jobsOf } from './judgeObjects';
import { isKnown, ObserveContext } from './ObserveContext';

/** Something that makes backups, and when the last one succeeded. */
export interface ObservedBackups {
  name: string;
  /** What makes them, as `Kind/name`. */
  object: string;
  /** Cron expression. */
  schedule?: string;
  /** RFC 3339; absent when none did. */
  succeededAt?: string;
  /** Since when there could have been one, RFC 3339. */
  createdAt?: string;
  suspended: boolean;
}

const runbook = 'backup-age';

/** What makes backups in a namespace: schedules and databases of CloudNativePG, and CronJobs. */
export function findBackups(context: ObserveContext): ObservedBackups[] {
  return [...databaseBackups(context), ...cronJobBackups(context)];
}

/** The age of each last backup, as far as it can be known. */
export function backupChecks(context: ObserveContext): ObservedCheck[] {
  return findBackups(context).map(entry => ({
    id: `backup/${entry.name}`,
    object: entry.object,
    ...judgeAge(entry, context),
  }));
}

function databaseBackups({ view }: ObserveContext): ObservedBackups[] {
  if (
    ![backup, scheduledBackup, postgresCluster].every(kind =>
      isKnown(kind, view),
    )
  ) {
    return [];
  }
  const schedules = [...view.objects(scheduledBackup)].map(
    ([name, { cluster, schedule, suspended: off, createdAt }]) => ({
      name,
      object: `${scheduledBackup.kind}/${name}`,
      ...(schedule && { schedule }),
      createdAt,
      ...ofDatabase(cluster, view),
      suspended: off || isHibernated(cluster, view),
      cluster,
    }),
  );
  const scheduled = new Set(schedules.map(({ cluster }) => cluster));
  const others = [...view.objects(postgresCluster)]
    .filter(([name, { hasBackups }]) => hasBackups && !scheduled.has(name))
    .map(([name, { createdAt }]) => ({
      name,
      object: `${postgresCluster.kind}/${name}`,
      createdAt,
      ...ofDatabase(name, view),
      suspended: isHibernated(name, view),
    }));
  return [...schedules.map(({ cluster: _, ...entry }) => entry), ...others];
}

/** Whoever made it, a backup of the database counts. */
function ofDatabase(
  cluster: string,
  view: NamespaceView,
): { succeededAt?: string } {
  const succeededAt = [
    view.objects(postgresCluster).get(cluster)?.lastBackupAt,
    ...[...view.objects(backup).values()]
      .filter(entry => entry.cluster === cluster)
      .map(entry => entry.succeededAt),
  ]
    .filter(moment => moment !== undefined)
    .sort()
    .at(-1);
  return succeededAt ? { succeededAt } : {};
}

function isHibernated(cluster: string, view: NamespaceView): boolean {
  return view.objects(postgresCluster).get(cluster)?.hibernated === true;
}

function cronJobBackups({
  view,
  thresholds,
}: ObserveContext): ObservedBackups[] {
  if (!isKnown(cronJob, view)) {
    return [];
  }
  return [...view.objects(cronJob)]
    .filter(([name]) =>
      thresholds.backupCronJobs.some(pattern => matchesPattern(pattern, name)),
    )
    .map(([name, projection]) => {
      const succeededAt = lastSuccess(projection, jobsOf(name, view));
      return {
        name,
        object: `${cronJob.kind}/${name}`,
        ...(projection.schedule && { schedule: projection.schedule }),
        ...(succeededAt && { succeededAt }),
        createdAt: projection.createdAt,
        suspended: projection.suspended,
      };
    });
}

function judgeAge(
  { succeededAt, createdAt, suspended: off }: ObservedBackups,
  { now, thresholds }: ObserveContext,
): Judgement {
  if (off) {
    return suspended(
      'BackupsSuspended',
      `No backups are made: what makes them is switched off. ${
        succeededAt ? `The last one ended at ${succeededAt}.` : 'There is none.'
      }`,
      runbook,
    );
  }
  const advice =
    'Probably the last runs failed; look at their jobs or Backup objects, and at the bucket that they write to.';
  const limit = inWords(thresholds.backupAgeMs);
  if (succeededAt) {
    const age = ageMs(succeededAt, now);
    return age > thresholds.backupAgeMs
      ? degraded(
          'BackupTooOld',
          `The last backup ended ${inWords(
            age,
          )} ago; more than ${limit} is too old. ${advice}`,
          runbook,
        )
      : {
          health: 'Healthy',
          message: `The last backup ended at ${succeededAt}.`,
        };
  }
  return ageMs(createdAt, now) > thresholds.backupAgeMs
    ? degraded(
        'NoBackup',
        `There is no backup, although there should have been one within ${limit}. ${advice}`,
        runbook,
      )
    : { health: 'Healthy', message: 'The first backup is yet to come.' };
}
