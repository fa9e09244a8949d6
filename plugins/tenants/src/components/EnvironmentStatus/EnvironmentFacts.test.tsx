import { screen, within } from '@testing-library/react';
import { DateTime } from 'luxon';
import type { EnvironmentFacts } from '@tenantry/plugin-tenants-common';
import {
  FakeTenantsApi,
  fakeCheck,
  fakeComponent,
  fakeEnvironment,
  minutesAgo,
  renderWithApi,
} from '../../__testUtils__';
import { EnvironmentStatus } from './EnvironmentStatus';

function renderFacts(
  facts: EnvironmentFacts,
  overrides: Parameters<typeof fakeEnvironment>[0] = {},
) {
  return renderWithApi(
    <EnvironmentStatus
      status={fakeEnvironment({ facts, ...overrides })}
      timeline={null}
    />,
    { api: new FakeTenantsApi() },
  );
}

async function listNamed(name: string) {
  return within(await screen.findByRole('list', { name })).getAllByRole(
    'listitem',
  );
}

function daysAhead(days: number): string {
  return DateTime.utc().plus({ days, hours: 1 }).toISO();
}

describe('the facts of an environment', () => {
  it('tells of pods: restarts and reasons in words', async () => {
    renderFacts({
      pods: [
        {
          name: 'participant-0',
          component: 'participant',
          health: 'Degraded',
          reason: 'CrashLoopBackOff',
          message: 'It cannot reach its database.',
          ready: false,
          restarts: 14,
          startedAt: minutesAgo(30),
          images: [],
        },
        {
          name: 'validator-0',
          component: 'validator',
          health: 'Healthy',
          ready: true,
          restarts: 1,
          images: [],
        },
      ],
    });
    const [broken, well] = await listNamed('Pods');
    expect(broken).toHaveTextContent('CrashLoopBackOff');
    expect(broken).toHaveTextContent('It cannot reach its database.');
    expect(broken).toHaveTextContent(
      '14 restarts, not ready, started 30 minutes ago',
    );
    expect(well).toHaveTextContent(/1 restart$/);
  });

  it('tells of volumes, quota use and warnings', async () => {
    renderFacts({
      volumes: [
        {
          name: 'data-postgres-0',
          component: 'database',
          health: 'Healthy',
          capacity: '50Gi',
          storageClass: 'ssd',
        },
      ],
      quotas: [
        { resource: 'requests.cpu', used: '1800m', hard: '2', ratio: 0.9 },
      ],
      warnings: [
        {
          object: 'Pod/participant-0',
          reason: 'BackOff',
          message: 'Back-off restarting failed container',
          count: 31,
          lastSeenAt: minutesAgo(3),
        },
      ],
    });
    const [volume] = await listNamed('Volumes');
    expect(volume).toHaveTextContent('50Gi, ssd');
    const [quota] = await listNamed('Quota');
    expect(quota).toHaveTextContent('1800m of 2 (90 %)');
    expect(screen.getByRole('meter', { name: 'requests.cpu' })).toHaveAttribute(
      'value',
      '0.9',
    );
    const [warning] = await listNamed('Warnings of the last hour');
    expect(warning).toHaveTextContent('31×, last 3 minutes ago');
  });

  it('tells when a certificate ends, and that one was never issued', async () => {
    renderFacts({
      certificates: [
        {
          name: 'gateway',
          hosts: ['wallet.example.com'],
          expiresAt: daysAhead(40),
          issuer: 'letsencrypt',
        },
        { name: 'new', hosts: [] },
      ],
    });
    const [issued, fresh] = await listNamed('Certificates');
    expect(issued).toHaveTextContent('ends in 1 month');
    expect(issued).toHaveTextContent('issued by letsencrypt');
    expect(fresh).toHaveTextContent('not issued yet');
  });

  it('tells which secrets are not synced', async () => {
    renderFacts({
      secrets: [
        { name: 'database', synced: true, syncedAt: minutesAgo(10) },
        { name: 'tls', synced: false, syncedAt: minutesAgo(90) },
        { name: 'wallet', synced: false },
      ],
    });
    const [synced, failed, never] = await listNamed('Secrets');
    expect(synced).toHaveTextContent('Synced 10 minutes ago');
    expect(failed).toHaveTextContent('Not synced, last 1 hour ago');
    expect(never).toHaveTextContent('Never synced');
  });

  it('names what the cluster lets in beyond Git, and what it does not', async () => {
    renderFacts(
      { allowListInForce: ['203.0.113.0/24', '192.0.2.0/24'] },
      { allowList: ['203.0.113.0/24', '198.51.100.0/24'] },
    );
    const beyond = await screen.findByText(/Let in by the cluster, but not/);
    expect(beyond.parentElement).toHaveTextContent('192.0.2.0/24');
    const missing = screen.getByText(/In Git, but not let in/);
    expect(missing.parentElement).toHaveTextContent('198.51.100.0/24');
    expect(missing.parentElement).not.toHaveTextContent('203.0.113.0/24');
  });

  it('says that the cluster follows Git', async () => {
    renderFacts(
      { allowListInForce: ['203.0.113.0/24'] },
      { allowList: ['203.0.113.0/24'] },
    );
    expect(
      await screen.findByText('The cluster lets in what Git says.'),
    ).toBeVisible();
  });

  it('tells the age of backups, and that there is none', async () => {
    renderFacts({
      backups: [
        { name: 'nightly', schedule: '0 2 * * *', succeededAt: minutesAgo(60) },
        { name: 'weekly' },
      ],
    });
    const [done, never] = await listNamed('Last successful backup');
    expect(done).toHaveTextContent('last success 1 hour ago');
    expect(never).toHaveTextContent('none has succeeded');
  });

  it('shows alerts that fire with the runbook of their check', async () => {
    const check = fakeCheck({
      id: 'alert/LedgerLag',
      health: 'Degraded',
      runbook: 'https://docs.example.com/ledger-lag',
    });
    renderFacts(
      {
        alerts: [
          {
            name: 'LedgerLag',
            severity: 'critical',
            summary: 'The ledger is behind.',
            since: minutesAgo(8),
          },
        ],
      },
      {
        components: [
          fakeComponent('participant', 'canton-participant', [check]),
        ],
      },
    );
    const alerts = await screen.findByRole('region', { name: 'Firing alerts' });
    expect(alerts).toHaveTextContent('critical');
    expect(alerts).toHaveTextContent('for 8 minutes');
    const link = { name: 'Runbook of LedgerLag' };
    expect(within(alerts).getByRole('link', link)).toHaveAttribute(
      'href',
      'https://docs.example.com/ledger-lag',
    );
    expect(
      screen.getByRole('link', { name: 'Runbook of alert/LedgerLag' }),
    ).toBeVisible();
  });

  it('says that a version is behind', async () => {
    const check = fakeCheck({
      id: 'version/splice',
      health: 'Healthy',
      reason: 'VersionBehind',
      message: 'Splice 0.7.3 is older than 0.7.4 of the network.',
    });
    renderFacts({}, { components: [fakeComponent('other', 'other', [check])] });
    const workloads = await screen.findByRole('region', { name: 'Workloads' });
    expect(workloads).toHaveTextContent(/Splice 0\.7\.3 is older/);
  });

  it('says that there is nothing, as opposed to what was not reported', async () => {
    renderFacts({ pods: [], certificates: [] });
    expect(await screen.findByText('There is no pod.')).toBeVisible();
    expect(screen.getByText('There is no certificate.')).toBeVisible();
    for (const notReported of ['Volumes', 'Quota', 'Secrets', 'Backups']) {
      expect(screen.queryByRole('heading', { name: notReported })).toBeNull();
    }
  });
});
