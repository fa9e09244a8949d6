import { KubernetesObject } from '@tenantry/plugin-tenants-node';
import { contextOf, fixture } from '../__testUtils__';
import { factsIn } from './factsIn';

function warning(
  name: string,
  reason: string,
  fields: object = {},
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name },
    involvedObject: { kind: 'Pod', name: 'participant-0' },
    type: 'Warning',
    reason,
    message: 'Back-off restarting failed container',
    count: 3,
    lastTimestamp: '2026-03-01T11:30:00Z',
    ...fields,
  };
}

describe('factsIn', () => {
  it('tells the pods, least well first', () => {
    const { pods } = factsIn(
      contextOf([
        fixture('pod-ready', 'a'),
        fixture('pod-out-of-memory', 'b'),
        fixture('pod-starting', 'c'),
      ]),
    );
    expect(pods).toMatchObject([
      { name: 'b', health: 'Degraded', reason: 'OOMKilled', restarts: 31 },
      { name: 'c', health: 'Progressing', ready: false },
      { name: 'a', health: 'Healthy', ready: true },
    ]);
  });

  it('tells volumes, quotas, certificates, secrets and backups', () => {
    const facts = factsIn(
      contextOf([
        fixture('persistentvolumeclaim-bound'),
        fixture('resourcequota-nearly-used'),
        fixture('certificate-ready'),
        fixture('externalsecret-synced', 'fine'),
        fixture('externalsecret-not-synced', 'not-fine'),
        fixture('scheduledbackup-on'),
      ]),
    );
    expect(facts).toMatchObject({
      volumes: [
        { name: 'postgres-1', health: 'Healthy', storageClass: 'premium-rwo' },
      ],
      quotas: [
        { resource: 'requests.memory', used: '47Gi', hard: '48Gi' },
        { resource: 'requests.cpu', ratio: 0.938 },
      ],
      certificates: [
        {
          name: 'gateway',
          hosts: ['wallet.example.com'],
          expiresAt: '2026-05-01T00:00:00Z',
          renewsAt: '2026-04-01T00:00:00Z',
          issuer: 'letsencrypt',
        },
      ],
      secrets: [
        { name: 'not-fine', synced: false },
        { name: 'fine', synced: true, syncedAt: '2026-03-01T11:20:00Z' },
      ],
      backups: [{ name: 'postgres', schedule: '0 0 */4 * * *' }],
    });
  });

  it('tells the warnings of the last hour once, newest first, without internals', () => {
    const { warnings } = factsIn(
      contextOf([
        warning('1', 'BackOff'),
        warning('2', 'BackOff', { lastTimestamp: '2026-03-01T11:50:00Z' }),
        warning('3', 'Unhealthy', {
          lastTimestamp: null,
          eventTime: '2026-03-01T11:55:00.000000Z',
          series: { count: 7, lastObservedTime: '2026-03-01T11:58:00.000000Z' },
          message: 'dial tcp 10.64.0.9:5003: connection refused',
        }),
        warning('4', 'Old', { lastTimestamp: '2026-03-01T10:59:00Z' }),
        warning('5', 'Timeless', { lastTimestamp: null }),
      ]),
    );
    expect(warnings).toEqual([
      {
        object: 'Pod/participant-0',
        reason: 'Unhealthy',
        message: 'dial tcp <address>: connection refused.',
        count: 7,
        lastSeenAt: '2026-03-01T11:58:00.000000Z',
      },
      {
        object: 'Pod/participant-0',
        reason: 'BackOff',
        message: 'Back-off restarting failed container.',
        count: 6,
        lastSeenAt: '2026-03-01T11:50:00Z',
      },
    ]);
  });

  it('has empty lists where there is nothing', () => {
    expect(factsIn(contextOf([]))).toEqual({
      pods: [],
      volumes: [],
      quotas: [],
      warnings: [],
      certificates: [],
      secrets: [],
      backups: [],
    });
  });

  it('leaves out what cannot be seen, and only that', () => {
    const failing = { phase: 'Failing', reason: 'x', message: 'x' } as const;
    const unavailable = { Pod: failing, Event: failing };
    const facts = factsIn(
      contextOf([fixture('pod-ready'), fixture('certificate-ready')], {
        unavailable,
      }),
    );
    expect(facts).not.toHaveProperty('pods');
    expect(facts).not.toHaveProperty('warnings');
    expect(facts.certificates).toHaveLength(1);
  });

  it('is bounded', () => {
    const many = <T>(count: number, make: (name: string) => T) =>
      Array.from({ length: count }, (_, index) => make(`n${index}`));
    const facts = factsIn(
      contextOf([
        ...many(150, name => fixture('pod-ready', name)),
        ...many(150, name => fixture('persistentvolumeclaim-bound', name)),
        ...many(150, name => fixture('certificate-ready', name)),
        ...many(150, name => fixture('externalsecret-synced', name)),
        ...many(150, name => fixture('scheduledbackup-on', name)),
        ...many(150, name => fixture('resourcequota-roomy', name)),
        ...many(150, name => warning(name, name)),
      ]),
    );
    const lengths = Object.entries(facts).map(([key, list]) => [
      key,
      list.length,
    ]);
    expect(Object.fromEntries(lengths)).toEqual({
      pods: 100,
      volumes: 50,
      quotas: 50,
      warnings: 50,
      certificates: 20,
      secrets: 50,
      backups: 20,
    });
  });
});
