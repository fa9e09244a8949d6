import {
  KindAvailability,
  KubernetesObject,
  NamespaceView,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import fc from 'fast-check';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { application } from './application/Application';
import { DriftTimes } from './DriftTimes';
import { observeApplication } from './observeApplication';

const now = new Date('2026-01-01T12:00:00.000Z');
const commit = '0123456789abcdef0123456789abcdef01234567';
const binding: TenantBinding = {
  tenant: 'acme-01',
  environment: 'devnet',
  order: 1,
  cluster: 'devnet',
  namespace: 'acme-01-devnet',
  application: {
    engine: 'argocd',
    cluster: 'hub',
    namespace: 'argocd',
    name: 'acme-01-devnet',
    engineUrl: 'https://argocd.example.com/',
  },
  metricMatchers: {},
  repositoryPath: 'clients/acme-01/devnet',
  owner: 'group:default/acme-01',
  suspended: false,
  components: [],
};
const connections = new Map([
  [
    'devnet',
    {
      name: 'devnet',
      url: 'https://devnet.example.com:6443',
      token: 'secret',
      skipTlsVerify: false,
    },
  ],
]);
const synced = {
  sync: { status: 'Synced', revisions: [commit, '0.7.4'] },
  health: { status: 'Healthy' },
  operationState: {
    phase: 'Succeeded',
    message: 'successfully synced (all tasks run)',
  },
  history: [
    {
      id: 0,
      deployedAt: '2026-01-01T09:00:00Z',
      revisions: ['old'],
      initiatedBy: { username: 'user:default/jane' },
    },
    {
      id: 1,
      deployedAt: '2026-01-01T10:00:00Z',
      revisions: ['0.7.4', commit],
      initiatedBy: { automated: true },
    },
  ],
};
const settings = {
  thresholds: { outOfSyncAfterMs: 30 * 60_000, syncStuckAfterMs: 30 * 60_000 },
  requests: true,
};
const automated = { prune: true, selfHeal: true };
const minutesAgo = (minutes: number) =>
  new Date(now.getTime() - minutes * 60_000).toISOString();

function applicationObject(
  status: object | undefined = synced,
  destination: object = { name: 'devnet', namespace: 'acme-01-devnet' },
  spec: object = { syncPolicy: { automated } },
): KubernetesObject {
  return {
    metadata: { name: 'acme-01-devnet', namespace: 'argocd' },
    spec: { destination, ...spec },
    ...(status && { status }),
  };
}

function viewOf(
  object: KubernetesObject | undefined,
  availability: KindAvailability = { phase: 'Observed' },
): NamespaceView {
  const objects = new Map(
    object ? [['acme-01-devnet', application.project(object)]] : [],
  );
  return {
    // The source watches this one kind only.
    objects: <P>() =>
      objects as ReadonlyMap<string, unknown> as ReadonlyMap<string, P>,
    availability: () => availability,
  };
}

function observe(
  object: KubernetesObject | undefined,
  availability?: KindAvailability,
  options: Partial<Parameters<typeof observeApplication>[2]> = {},
) {
  const { checks, gitops } = observeApplication(
    binding,
    viewOf(object, availability),
    { ...settings, now, connections, driftTimes: new DriftTimes(), ...options },
  );
  expect(checks).toHaveLength(1);
  expect(checks[0]).toMatchObject({
    id: 'application/acme-01-devnet',
    object: 'Application/acme-01-devnet',
  });
  return { check: checks[0], gitops: gitops! };
}

/** Whether a check that names a runbook names one that exists. */
function hasRunbook(runbook: string | undefined): boolean {
  const folder = resolve(__dirname, '../../../docs/runbooks');
  return runbook === undefined || existsSync(`${folder}/${runbook}.md`);
}

describe('observeApplication', () => {
  it('tells what a synced Application says', () => {
    const { check, gitops } = observe(applicationObject());
    expect(check.health).toBe('Healthy');
    expect(gitops).toEqual({
      application: 'acme-01-devnet',
      sync: 'Synced',
      health: 'Healthy',
      message: 'successfully synced (all tasks run)',
      revision: commit,
      lastSyncedAt: '2026-01-01T10:00:00Z',
      outOfSync: [],
      operation: {
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
      },
      history: [
        {
          id: '1',
          revision: commit,
          deployedAt: '2026-01-01T10:00:00Z',
          initiatedBy: 'automated sync',
        },
        {
          id: '0',
          revision: 'old',
          deployedAt: '2026-01-01T09:00:00Z',
          initiatedBy: 'user:default/jane',
        },
      ],
      automated: true,
      actions: ['sync', 'refresh'],
      url: 'https://argocd.example.com/applications/argocd/acme-01-devnet',
      observedAt: now.toISOString(),
    });
  });

  it('tells a drift as sync, not as health', () => {
    const { check, gitops } = observe(
      applicationObject({
        ...synced,
        sync: { status: 'OutOfSync' },
        resources: [
          { kind: 'Deployment', name: 'participant', status: 'OutOfSync' },
          { kind: 'Service', name: 'participant', status: 'Synced' },
        ],
      }),
    );
    expect(check.health).toBe('Healthy');
    expect(gitops).toMatchObject({
      sync: 'OutOfSync',
      outOfSync: ['Deployment/participant'],
    });
  });

  it('leaves the health of the objects to those who observe them', () => {
    const { check, gitops } = observe(
      applicationObject({ ...synced, health: { status: 'Degraded' } }),
    );
    expect(check.health).toBe('Healthy');
    expect(gitops.health).toBe('Degraded');
  });

  it.each<
    [string, object | undefined, string, string, RegExp, string | undefined]
  >([
    [
      'a failed sync',
      {
        ...synced,
        operationState: { phase: 'Failed', message: 'quota exceeded' },
        conditions: [{ type: 'SyncError', message: 'Failed last sync' }],
      },
      'Degraded',
      'SyncFailed',
      /quota exceeded\. Correct the change in Git/,
      'argocd-sync-failed',
    ],
    [
      'an error of the operation',
      { ...synced, operationState: { phase: 'Error', message: 'no' } },
      'Degraded',
      'SyncFailed',
      /no\./,
      'argocd-sync-failed',
    ],
    [
      'what a failed sync has left behind',
      { ...synced, conditions: [{ type: 'SyncError', message: 'Failed' }] },
      'Degraded',
      'SyncFailed',
      /Failed\./,
      'argocd-sync-failed',
    ],
    [
      'an object that the project forbids',
      {
        ...synced,
        operationState: {
          phase: 'Failed',
          message:
            'one or more synchronization tasks are not valid, reason: resource :Namespace is not permitted in project acme-01',
        },
      },
      'Degraded',
      'ProjectRefuses',
      /does not allow it.*:Namespace.*have the project allow it/,
      'argocd-project-refuses',
    ],
    [
      'a destination that the project forbids',
      {
        sync: { status: 'Unknown' },
        conditions: [
          {
            type: 'InvalidSpecError',
            message:
              "application destination server 'https://x' and namespace 'y' do not match any of the allowed destinations in project 'acme-01'",
          },
        ],
      },
      'Degraded',
      'ProjectRefuses',
      /allowed destinations/,
      'argocd-project-refuses',
    ],
    [
      'a specification that Argo CD refuses',
      {
        sync: { status: 'Unknown' },
        conditions: [
          { type: 'InvalidSpecError', message: 'there are no clusters' },
        ],
      },
      'Degraded',
      'InvalidSpecError',
      /there are no clusters\. Correct the descriptor/,
      'argocd-invalid-spec',
    ],
    [
      'manifests that cannot be rendered',
      {
        sync: { status: 'Unknown' },
        conditions: [{ type: 'ComparisonError', message: 'bad chart' }],
      },
      'Degraded',
      'ComparisonError',
      /bad chart\. Correct the manifests/,
      'argocd-comparison-error',
    ],
    [
      'a deletion that fails',
      {
        ...synced,
        conditions: [{ type: 'DeletionError', message: 'a finalizer' }],
      },
      'Degraded',
      'DeletionError',
      /a finalizer/,
      'argocd-deletion-error',
    ],
    [
      'an error that nobody has heard of',
      { ...synced, conditions: [{ type: 'UnknownError', message: 'eh' }] },
      'Degraded',
      'UnknownError',
      /eh\. Look at the Application/,
      undefined,
    ],
    [
      'a running sync',
      {
        ...synced,
        operationState: {
          phase: 'Running',
          message: 'waiting',
          startedAt: minutesAgo(29),
        },
        // It is being tried again.
        conditions: [{ type: 'SyncError', message: 'Failed last sync' }],
      },
      'Progressing',
      'Syncing',
      /waiting/,
      undefined,
    ],
    [
      'a sync that does not end',
      {
        ...synced,
        operationState: {
          phase: 'Running',
          message: 'waiting for completion of hook batch/Job/migrate',
          startedAt: minutesAgo(30),
        },
      },
      'Degraded',
      'SyncStuck',
      /since 2026-01-01 11:30 UTC: waiting for completion of hook.*terminate/,
      'argocd-sync-stuck',
    ],
    [
      'one that was just made',
      undefined,
      'Progressing',
      'NotReconciled',
      /not looked/,
      undefined,
    ],
    [
      'sync that Argo CD does not know',
      { sync: { status: 'Unknown' } },
      'Unknown',
      'SyncUnknown',
      /does not know/,
      'argocd-comparison-error',
    ],
    [
      'a mere warning',
      {
        ...synced,
        conditions: [{ type: 'OrphanedResourceWarning', message: 'x is left' }],
      },
      'Healthy',
      'OrphanedResourceWarning',
      /warns: x is left\./,
      undefined,
    ],
  ])('judges %s', (_, status, health, reason, message, runbook) => {
    const { check } = observe({ ...applicationObject(), status });
    expect([check.health, check.reason, check.runbook]).toEqual([
      health,
      reason,
      runbook,
    ]);
    expect(check.message).toMatch(message);
    expect(hasRunbook(check.runbook)).toBe(true);
  });

  describe('a difference from Git', () => {
    const drifted = {
      ...synced,
      sync: { status: 'OutOfSync' },
      resources: ['a', 'b', 'c', 'd'].map(name => ({
        kind: 'ConfigMap',
        name,
        status: 'OutOfSync',
      })),
    };
    const later = new Date(now.getTime() + 30 * 60_000);

    it.each([
      [{ syncPolicy: { automated } }, /Automated sync does not end it/],
      [{}, /Automated sync is off: sync it/],
    ])('that lasts is Degraded: %j', (spec, next) => {
      const driftTimes = new DriftTimes();
      const object = applicationObject(drifted, undefined, spec);
      observe(object, undefined, { driftTimes });
      const { check } = observe(object, undefined, { driftTimes, now: later });
      expect(check).toMatchObject({
        health: 'Degraded',
        reason: 'OutOfSync',
        runbook: 'argocd-out-of-sync',
        message: expect.stringMatching(next),
      });
      expect(check.message).toContain(
        'since 2026-01-01 12:00 UTC (ConfigMap/a, ConfigMap/b, ConfigMap/c and 1 more)',
      );
      expect(hasRunbook(check.runbook)).toBe(true);
    });

    it('that ended in between is a new one', () => {
      const driftTimes = new DriftTimes();
      observe(applicationObject(drifted), undefined, { driftTimes });
      observe(applicationObject(), undefined, { driftTimes });
      const { check } = observe(applicationObject(drifted), undefined, {
        driftTimes,
        now: later,
      });
      expect(check.health).toBe('Healthy');
    });
  });

  describe('automated sync', () => {
    it.each([
      [undefined, false],
      [{}, true],
      [{ enabled: true }, true],
      [{ enabled: false, prune: true }, false],
    ])('by %j is %s', (policy, expected) => {
      const spec = { syncPolicy: { automated: policy } };
      const { check, gitops } = observe(
        applicationObject(synced, undefined, spec),
      );
      expect(gitops.automated).toBe(expected);
      expect(check).toMatchObject(
        expected
          ? { health: 'Healthy' }
          : {
              health: 'Healthy',
              reason: 'AutoSyncOff',
              runbook: 'argocd-auto-sync-off',
            },
      );
    });
  });

  describe('the requests that are taken', () => {
    const byHand = {};
    const running = {
      ...synced,
      operationState: { phase: 'Running', startedAt: minutesAgo(1) },
    };
    it.each([
      [
        'with automated sync',
        synced,
        { syncPolicy: { automated } },
        ['sync', 'refresh'],
      ],
      [
        'without automated sync',
        synced,
        byHand,
        ['sync', 'refresh', 'rollback'],
      ],
      [
        'without a history',
        { ...synced, history: [] },
        byHand,
        ['sync', 'refresh'],
      ],
      ['during a sync', running, byHand, ['refresh']],
    ])('%s', (_, status, spec, actions) => {
      const object = applicationObject(status, undefined, spec);
      expect(observe(object).gitops.actions).toEqual(actions);
    });

    it('while one has been asked for and not begun', () => {
      const object = { ...applicationObject(), operation: { sync: {} } };
      expect(observe(object).gitops.actions).toEqual(['refresh']);
    });

    it('are none where the configuration says so', () => {
      const { gitops } = observe(applicationObject(), undefined, {
        requests: false,
      });
      expect(gitops.actions).toEqual([]);
    });
  });

  it('tells the last ten deployments, newest first', () => {
    const history = Array.from({ length: 15 }, (_, id) => ({
      id,
      revision: `revision-${id}`,
      deployedAt: '2026-01-01T09:00:00Z',
    }));
    const { gitops } = observe(applicationObject({ ...synced, history }));
    expect(gitops.history.map(({ id }) => id)).toEqual([
      '14',
      '13',
      '12',
      '11',
      '10',
      '9',
      '8',
      '7',
      '6',
      '5',
    ]);
    expect(gitops.revision).toBe('revision-14');
  });

  it('is Missing when there is no Application', () => {
    const { check, gitops } = observe(undefined);
    expect(check).toMatchObject({
      health: 'Missing',
      reason: 'NotFound',
      runbook: 'argocd-application-missing',
    });
    expect(gitops).toMatchObject({
      sync: 'Unknown',
      health: 'Missing',
      actions: [],
    });
    expect(hasRunbook(check.runbook)).toBe(true);
  });

  it.each([
    ['Failing' as const, 'Forbidden'],
    ['Pending' as const, 'NotObserved'],
  ])('is Unknown while Applications are %s', (phase, reason) => {
    const availability = { phase, reason: 'Forbidden', message: 'No.' };
    const { check, gitops } = observe(
      applicationObject(),
      availability as KindAvailability,
    );
    expect(check).toMatchObject({ health: 'Unknown', reason });
    expect(gitops.sync).toBe('Unknown');
  });

  describe('the destination', () => {
    it.each([
      ['another namespace', { name: 'devnet', namespace: 'globex-01-devnet' }],
      ['no namespace', { name: 'devnet' }],
      ['another cluster', { name: 'mainnet', namespace: 'acme-01-devnet' }],
      [
        'another server',
        {
          server: 'https://mainnet.example.com',
          namespace: 'acme-01-devnet',
        },
      ],
      ['the hub', { name: 'in-cluster', namespace: 'acme-01-devnet' }],
      ['nothing', {}],
    ])('that names %s is not trusted', (_, destination) => {
      const { check, gitops } = observe(applicationObject(synced, destination));
      expect(check).toMatchObject({
        health: 'Degraded',
        reason: 'DestinationMismatch',
        runbook: 'argocd-destination-mismatch',
      });
      expect(gitops.actions).toEqual([]);
      expect(gitops.history).toEqual([]);
      expect(gitops.sync).toBe('Unknown');
      expect(gitops.revision).toBeUndefined();
    });

    it('may be given by the address of the server', () => {
      const { check } = observe(
        applicationObject(synced, {
          server: 'https://devnet.example.com:6443/',
          namespace: 'acme-01-devnet',
        }),
      );
      expect(check.health).toBe('Healthy');
    });
  });

  it('never throws, whatever an Application looks like', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (spec, status) => {
        const object = { metadata: { name: 'acme-01-devnet' }, spec, status };
        expect(observe(object).check.health).not.toBe('Healthy');
      }),
    );
  });

  it('tells at most fifty differences', () => {
    const resources = Array.from({ length: 80 }, (_, index) => ({
      kind: 'ConfigMap',
      name: `c-${index}`,
      status: 'OutOfSync',
    }));
    const { gitops } = observe(applicationObject({ ...synced, resources }));
    expect(gitops.outOfSync).toHaveLength(50);
  });
});
