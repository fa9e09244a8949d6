import {
  KindAvailability,
  KubernetesKind,
  NamespaceView,
  textAt,
} from '@tenantry/plugin-tenants-node';
import {
  binding,
  commit,
  helmReleaseObject,
  kustomizationObject,
  older,
  ready,
  sourceObject,
} from './__testUtils__/objects';
import { Outcomes } from './health';
import { helmRelease, kustomization, sourceKinds } from './objects';
import { observeFlux } from './observeFlux';

type FluxFixture = ReturnType<typeof sourceObject>;

const now = new Date('2026-03-01T12:00:00Z');
const settings = { requests: true, stuckAfterMs: 30 * 60_000 };
const platform = () => sourceObject('GitRepository', 'platform');
const failing = {
  conditions: [ready('False', 'GitOperationFailed', 'authentication required')],
};
const forbidden: KindAvailability = {
  phase: 'Failing',
  reason: 'Forbidden',
  message: 'It may not.',
};

function viewOf(
  objects: readonly FluxFixture[],
  availability: (kind: string) => KindAvailability,
) {
  return (namespace: string): NamespaceView => ({
    objects: <P>(kind: KubernetesKind<P>) =>
      new Map(
        objects
          .filter(
            object =>
              object.kind === kind.kind &&
              object.metadata.namespace === namespace,
          )
          .map(object => [object.metadata.name, kind.project(object)]),
      ),
    availability: kind => availability(kind.kind),
  });
}

function observe(
  objects: readonly FluxFixture[],
  options: {
    availability?: (kind: string) => KindAvailability;
    outcomes?: Outcomes;
    requests?: boolean;
  } = {},
) {
  const {
    availability = () => ({ phase: 'Observed' }),
    outcomes = new Outcomes(),
    requests = true,
  } = options;
  const { checks, gitops } = observeFlux(
    binding,
    viewOf(objects, availability),
    { ...settings, requests, now, outcomes },
  );
  return { checks, own: checks[0], gitops: gitops! };
}

describe('observeFlux', () => {
  it('tells what a Kustomization that is applied says', () => {
    const { checks, gitops } = observe([kustomizationObject(), platform()]);
    expect(checks).toEqual([
      {
        id: 'kustomization/acme-01-devnet',
        object: 'Kustomization/acme-01-devnet',
        health: 'Healthy',
      },
    ]);
    expect(gitops).toEqual({
      application: 'acme-01-devnet',
      sync: 'Synced',
      health: 'Healthy',
      message: 'all is well',
      revision: commit,
      outOfSync: [],
      operation: {
        phase: 'Succeeded',
        message: 'all is well',
        finishedAt: '2026-03-01T11:55:00Z',
      },
      history: [],
      suspended: false,
      automated: true,
      actions: ['sync', 'refresh', 'suspend'],
      observedAt: now.toISOString(),
    });
  });

  it('makes the HelmReleases of the namespace, and of no other, part of it', () => {
    const elsewhere = helmReleaseObject('other', { status: failing });
    elsewhere.metadata.namespace = 'globex-02-devnet';
    const { checks, gitops } = observe([
      kustomizationObject(),
      platform(),
      helmReleaseObject('participant'),
      helmReleaseObject('validator', {
        status: { conditions: [ready('False', 'InstallFailed', 'no room')] },
      }),
      elsewhere,
    ]);
    expect(checks.map(({ id, health }) => [id, health])).toEqual([
      ['kustomization/acme-01-devnet', 'Healthy'],
      ['helmrelease/validator', 'Degraded'],
      ['helmrelease/participant', 'Healthy'],
    ]);
    expect(checks[1]).toMatchObject({
      object: 'HelmRelease/validator',
      runbook: 'flux-release-failed',
    });
    expect(gitops).toMatchObject({
      health: 'Degraded',
      message: expect.stringMatching(/no room/),
    });
  });

  describe('sync', () => {
    const behind = { lastAppliedRevision: `main@sha1:${older}` };
    it.each([
      ['what was fetched is applied', {}, {}, 'Synced'],
      ['what was fetched is not applied', behind, {}, 'OutOfSync'],
      ['the source fails', {}, failing, 'Unknown'],
      [
        'nothing has been tried yet',
        { lastAppliedRevision: undefined, lastAttemptedRevision: undefined },
        { artifact: undefined },
        'Unknown',
      ],
    ])('when %s', (_, status, sourceStatus, sync) => {
      const { gitops } = observe([
        kustomizationObject({ status }),
        sourceObject('GitRepository', 'platform', { status: sourceStatus }),
      ]);
      expect(gitops.sync).toBe(sync);
    });
  });

  it('tells what was deployed, newest first', () => {
    const status = {
      history: [
        {
          digest: 'sha256:b',
          firstReconciled: '2026-02-20T00:00:00Z',
          lastReconciledStatus: 'ReconciliationSucceeded',
          metadata: { revision: `main@sha1:${commit}` },
        },
        {
          digest: 'sha256:a',
          firstReconciled: '2026-02-10T00:00:00Z',
          lastReconciledStatus: 'ReconciliationFailed',
          metadata: { revision: `main@sha1:${older}` },
        },
      ],
    };
    const release = (version: number, state: string, day: string) => ({
      chartName: 'splice-participant',
      chartVersion: `0.7.${version}`,
      version,
      status: state,
      lastDeployed: `2026-02-${day}T00:00:00Z`,
    });
    const { gitops } = observe([
      kustomizationObject({ status }),
      platform(),
      helmReleaseObject('participant', {
        status: {
          history: [
            release(3, 'failed', '25'),
            release(2, 'deployed', '21'),
            release(1, 'superseded', '05'),
          ],
        },
      }),
    ]);
    expect(gitops.history.map(({ id, revision }) => [id, revision])).toEqual([
      ['participant.v2', 'splice-participant@0.7.2'],
      ['sha256:b', commit],
      ['participant.v1', 'splice-participant@0.7.1'],
    ]);
    expect(gitops.lastSyncedAt).toBe('2026-02-20T00:00:00Z');
  });

  describe('the source', () => {
    it.each([
      [
        'that fails is named as the cause',
        [sourceObject('GitRepository', 'platform', { status: failing })],
        'Degraded',
        'SourceFailed',
        /GitRepository flux-system\/platform fails: .*authentication required/,
      ],
      [
        'that is not there is named',
        [],
        'Degraded',
        'SourceMissing',
        /GitRepository flux-system\/platform does not exist/,
      ],
      [
        'that is suspended is told',
        [
          sourceObject('GitRepository', 'platform', {
            spec: { suspend: true },
          }),
        ],
        'Suspended',
        'SourceSuspended',
        /is suspended/,
      ],
      [
        'that is fetched again does not matter',
        [
          sourceObject('GitRepository', 'platform', {
            status: { conditions: [ready('Unknown', 'Progressing')] },
          }),
        ],
        'Healthy',
        undefined,
        /^$/,
      ],
    ])('%s', (_, sources, health, reason, message) => {
      const { own } = observe([kustomizationObject(), ...sources]);
      expect([own.health, own.reason]).toEqual([health, reason]);
      expect(own.message ?? '').toMatch(message);
    });

    it('that cannot be seen leaves open whether all is well', () => {
      const { own, gitops } = observe([kustomizationObject(), platform()], {
        availability: kind =>
          kind === 'GitRepository' ? forbidden : { phase: 'Observed' },
      });
      expect(own).toMatchObject({
        health: 'Unknown',
        reason: 'SourceNotObserved',
      });
      expect(gitops.sync).toBe('Unknown');
    });

    it('of a kind that is not known does not matter', () => {
      const sourceRef = { kind: 'ExternalArtifact', name: 'x' };
      const { own, gitops } = observe([
        kustomizationObject({ spec: { sourceRef } }),
      ]);
      expect(own.health).toBe('Healthy');
      expect(gitops).toMatchObject({
        sync: 'Synced',
        actions: ['sync', 'suspend'],
      });
    });

    const chart = (status: object = {}) =>
      sourceObject('HelmChart', 'acme-01-devnet-participant', {
        spec: { sourceRef: { kind: 'HelmRepository', name: 'charts' } },
        status,
      });
    const release = helmReleaseObject('participant', {
      status: { helmChart: 'flux-system/acme-01-devnet-participant' },
    });
    it.each([
      [
        'its chart',
        [chart(failing), sourceObject('HelmRepository', 'charts')],
        /HelmChart flux-system\/acme-01-devnet-participant fails/,
      ],
      [
        'the repository of its chart',
        [
          chart(failing),
          sourceObject('HelmRepository', 'charts', { status: failing }),
        ],
        /HelmRepository flux-system\/charts fails/,
      ],
    ])('of a HelmRelease that fails is %s', (_, sources, message) => {
      const { checks } = observe([
        kustomizationObject(),
        platform(),
        release,
        ...sources,
      ]);
      expect(checks[1]).toMatchObject({
        id: 'helmrelease/participant',
        reason: 'SourceFailed',
        message: expect.stringMatching(message),
        runbook: 'flux-source-failed',
      });
    });

    it('of charts may be an address alone, which nothing reconciles', () => {
      const repository = sourceObject('HelmRepository', 'charts', {
        spec: { type: 'oci' },
        status: { conditions: [], observedGeneration: undefined },
      });
      const { checks } = observe([
        kustomizationObject(),
        platform(),
        release,
        chart(),
        repository,
      ]);
      expect(checks[1].health).toBe('Healthy');
    });
  });

  describe('a routine reconciliation', () => {
    const meanwhile = (status: object = {}) =>
      kustomizationObject({
        status: { conditions: [ready('Unknown', 'Progressing')], ...status },
      });

    it.each([
      ['of what is applied', kustomizationObject(), 'Healthy'],
      [
        'of what fails',
        kustomizationObject({
          status: { conditions: [ready('False', 'BuildFailed', 'no')] },
        }),
        'Degraded',
      ],
    ])('%s does not change its health', (_, before, health) => {
      const outcomes = new Outcomes();
      observe([before, platform()], { outcomes });
      const { own } = observe([meanwhile(), platform()], {
        outcomes: new Outcomes(outcomes.after),
      });
      expect(own.health).toBe(health);
    });

    it('of something new is progress', () => {
      const outcomes = new Outcomes();
      observe([kustomizationObject(), platform()], { outcomes });
      const status = { lastAttemptedRevision: `main@sha1:${older}` };
      const { own } = observe([meanwhile(status), platform()], {
        outcomes: new Outcomes(outcomes.after),
      });
      expect(own.health).toBe('Progressing');
    });
  });

  it('offers to resume, and not to apply, what is suspended', () => {
    const { own, gitops } = observe([
      kustomizationObject({ spec: { suspend: true } }),
      platform(),
    ]);
    expect(own.health).toBe('Suspended');
    expect(gitops).toMatchObject({
      suspended: true,
      automated: false,
      actions: ['refresh', 'resume'],
    });
  });

  it('offers nothing where the configuration says so', () => {
    const { gitops } = observe([kustomizationObject(), platform()], {
      requests: false,
    });
    expect(gitops.actions).toEqual([]);
  });

  it('is Missing when there is no Kustomization', () => {
    const { own, gitops } = observe([platform()]);
    expect(own).toMatchObject({
      health: 'Missing',
      runbook: 'flux-object-missing',
    });
    expect(gitops).toMatchObject({ sync: 'Unknown', actions: [] });
  });

  it.each([
    ['another namespace', { targetNamespace: 'globex-02-devnet' }],
    ['another cluster', { kubeConfig: { secretRef: { name: 'x' } } }],
  ])('does not believe a Kustomization that is about %s', (_, spec) => {
    const { own, gitops } = observe([
      kustomizationObject({ spec }),
      platform(),
    ]);
    expect(own).toMatchObject({
      health: 'Degraded',
      reason: 'DestinationMismatch',
      runbook: 'flux-destination-mismatch',
    });
    expect(gitops).toMatchObject({ sync: 'Unknown', actions: [] });
    expect(gitops).not.toHaveProperty('revision');
  });

  it('believes one that names the namespace itself', () => {
    const spec = { targetNamespace: binding.namespace };
    const { own } = observe([kustomizationObject({ spec }), platform()]);
    expect(own.health).toBe('Healthy');
  });

  it.each(['Kustomization', 'HelmRelease'])(
    'does not know what it may not see: %s',
    kind => {
      const { checks } = observe([kustomizationObject(), platform()], {
        availability: each =>
          each === kind ? forbidden : { phase: 'Observed' },
      });
      expect(checks).toContainEqual(
        expect.objectContaining({ health: 'Unknown', reason: 'Forbidden' }),
      );
    },
  );

  it('keeps no address of a source, which may hold a credential', () => {
    const object = sourceObject('GitRepository', 'platform', {
      spec: { url: 'https://user:secret@forge.example.com/x.git' },
    });
    for (const kind of [kustomization, helmRelease, ...sourceKinds.values()]) {
      expect(textAt(object, 'spec', 'url')).toContain('secret');
      expect(JSON.stringify(kind.project(object))).not.toContain('secret');
    }
  });
});
