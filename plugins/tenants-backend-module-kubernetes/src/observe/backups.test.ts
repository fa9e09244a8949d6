import { KubernetesObject } from '@tenantry/plugin-tenants-node';
import { backupChecks } from './backups';
import { contextOf, fixture } from './__testUtils__';

function backup(name: string, status: object): KubernetesObject {
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Backup',
    metadata: { name },
    spec: { cluster: { name: 'postgres' } },
    status,
  };
}

const completed = (stoppedAt: string) =>
  backup(stoppedAt, { phase: 'completed', stoppedAt });
const schedule = fixture('scheduledbackup-on');
const nightly = fixture('cronjob-scheduled', 'nightly-dump');

function check(
  objects: KubernetesObject[],
  options?: Parameters<typeof contextOf>[1],
) {
  return backupChecks(contextOf(objects, options));
}

describe('the age of backups', () => {
  it('is that of the last one that succeeded', () => {
    const failed = backup('x', {
      phase: 'failed',
      stoppedAt: '2026-03-01T11:59:00Z',
    });
    expect(
      check([
        schedule,
        completed('2026-03-01T04:00:00Z'),
        completed('2026-03-01T08:00:00Z'),
        failed,
      ]),
    ).toEqual([
      {
        id: 'backup/postgres',
        object: 'ScheduledBackup/postgres',
        health: 'Healthy',
        message: 'The last backup ended at 2026-03-01T08:00:00Z.',
      },
    ]);
  });

  it('is too much after four hours and an hour to end in', () => {
    expect(check([schedule, completed('2026-03-01T06:59:00Z')])).toMatchObject([
      {
        health: 'Degraded',
        reason: 'BackupTooOld',
        message: expect.stringContaining('ended 5 hours ago'),
        runbook: 'backup-age',
      },
    ]);
  });

  it('counts what the database says about its backups', () => {
    const cluster = fixture('cluster-healthy') as Record<string, any>;
    cluster.status.lastSuccessfulBackup = '2026-03-01T11:00:00Z';
    expect(check([schedule, cluster])).toMatchObject([{ health: 'Healthy' }]);
  });

  it('is told for a database without a schedule that knows where backups go', () => {
    const cluster = fixture('cluster-healthy') as Record<string, any>;
    expect(check([cluster])).toEqual([]);
    cluster.spec.backup = { barmanObjectStore: {} };
    expect(check([cluster])).toMatchObject([
      { id: 'backup/postgres', object: 'Cluster/postgres', reason: 'NoBackup' },
    ]);
  });

  it('waits for the first one as long as for any', () => {
    const young = fixture('scheduledbackup-on', 'postgres', {
      creationTimestamp: '2026-03-01T09:00:00Z',
    });
    expect(check([young])).toMatchObject([
      { health: 'Healthy', message: 'The first backup is yet to come.' },
    ]);
    expect(check([schedule])).toMatchObject([
      { health: 'Degraded', reason: 'NoBackup' },
    ]);
  });

  it('is nothing to worry about while backups are switched off on purpose', () => {
    const last = completed('2026-01-01T00:00:00Z');
    const off = { health: 'Suspended', reason: 'BackupsSuspended' };
    expect(check([fixture('scheduledbackup-suspended'), last])).toMatchObject([
      off,
    ]);
    expect(
      check([schedule, last, fixture('cluster-hibernated', 'postgres')]),
    ).toMatchObject([off]);
  });

  it('is told of CronJobs that are called like backups', () => {
    const dump = {
      ...nightly,
      status: { lastSuccessfulTime: '2026-03-01T02:00:00Z' },
    };
    const report = fixture('cronjob-scheduled', 'report');
    expect(check([dump, report])).toMatchObject([
      {
        id: 'backup/nightly-dump',
        object: 'CronJob/nightly-dump',
        reason: 'BackupTooOld',
      },
    ]);
    const job = fixture('job-complete', 'nightly-dump-1', {
      ownerReferences: [{ kind: 'CronJob', name: 'nightly-dump' }],
    }) as Record<string, any>;
    job.status.completionTime = '2026-03-01T10:00:00Z';
    expect(check([dump, job])).toMatchObject([{ health: 'Healthy' }]);
  });

  it('is not told while it cannot be known', () => {
    const unavailable = { Backup: { phase: 'Pending' as const } };
    expect(check([schedule], { unavailable })).toEqual([]);
  });
});
