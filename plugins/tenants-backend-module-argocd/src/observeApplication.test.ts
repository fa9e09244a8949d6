import {
  KindAvailability,
  KubernetesObject,
  NamespaceView,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import fc from 'fast-check';
import { application } from './application/Application';
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
    { id: 0, deployedAt: '2026-01-01T09:00:00Z', revisions: ['old'] },
    {
      id: 1,
      deployedAt: '2026-01-01T10:00:00Z',
      revisions: ['0.7.4', commit],
    },
  ],
};

function applicationObject(
  status: object | undefined = synced,
  destination: object = { name: 'devnet', namespace: 'acme-01-devnet' },
): KubernetesObject {
  return {
    metadata: { name: 'acme-01-devnet', namespace: 'argocd' },
    spec: { destination },
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
) {
  const { checks, gitops } = observeApplication(
    binding,
    viewOf(object, availability),
    { now, connections },
  );
  expect(checks).toHaveLength(1);
  expect(checks[0]).toMatchObject({
    id: 'application/acme-01-devnet',
    object: 'Application/acme-01-devnet',
  });
  return { check: checks[0], gitops: gitops! };
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

  it.each([
    [
      'a failed sync',
      {
        ...synced,
        operationState: { phase: 'Failed', message: 'quota exceeded' },
        conditions: [{ type: 'SyncError', message: 'Failed last sync' }],
      },
      ['Degraded', 'SyncFailed', /quota exceeded\./],
    ],
    [
      'an error of the operation',
      { ...synced, operationState: { phase: 'Error', message: 'no' } },
      ['Degraded', 'SyncFailed', /no\./],
    ],
    [
      'manifests that cannot be rendered',
      {
        sync: { status: 'Unknown' },
        conditions: [{ type: 'ComparisonError', message: 'bad chart' }],
      },
      ['Degraded', 'ComparisonError', /bad chart/],
    ],
    [
      'a running sync',
      { ...synced, operationState: { phase: 'Running', message: 'waiting' } },
      ['Progressing', 'Syncing', /waiting/],
    ],
    [
      'one that was just made',
      undefined,
      ['Progressing', 'NotReconciled', /not looked/],
    ],
    [
      'sync that Argo CD does not know',
      { sync: { status: 'Unknown' } },
      ['Unknown', 'SyncUnknown', /does not know/],
    ],
    [
      'a mere warning',
      {
        ...synced,
        conditions: [{ type: 'OrphanedResourceWarning', message: 'x' }],
      },
      ['Healthy', undefined, /^$/],
    ],
  ])('judges %s', (_, status, [health, reason, message]) => {
    const object = { ...applicationObject(), status };
    const { check } = observe(object);
    expect([check.health, check.reason]).toEqual([health, reason]);
    expect(check.message ?? '').toMatch(message as RegExp);
  });

  it('is Missing when there is no Application', () => {
    const { check, gitops } = observe(undefined);
    expect(check).toMatchObject({ health: 'Missing', reason: 'NotFound' });
    expect(gitops).toMatchObject({ sync: 'Unknown', health: 'Missing' });
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
      });
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
