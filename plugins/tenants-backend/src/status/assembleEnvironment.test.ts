import { healthOrder, compareHealth } from '@tenantry/plugin-tenants-common';
import { ObservedCheck } from '@tenantry/plugin-tenants-node';
import fc from 'fast-check';
import {
  assemble,
  binding,
  checkOf,
  components,
  descriptor,
  earlier,
  healthyDeployment,
  now,
  observation,
  source,
  syncedApplication,
} from './__testUtils__';

const crashing: ObservedCheck = {
  ...healthyDeployment,
  health: 'Degraded',
  reason: 'CrashLoopBackOff',
  message: 'The container keeps exiting.',
};

describe('assembleEnvironment', () => {
  it('is Healthy when every component is', () => {
    const status = assemble([source('kubernetes', [healthyDeployment])]);
    expect(status).toMatchObject({
      health: 'Healthy',
      observedAt: earlier,
      since: now.toISOString(),
      versions: { splice: '0.7.4' },
      allowList: ['203.0.113.0/24'],
    });
    expect(status.reason).toBeUndefined();
  });

  it('names the worst check and its component', () => {
    const status = assemble([
      source('kubernetes', [
        crashing,
        { id: 'metric/ledger-lag', health: 'Unknown', reason: 'NoData' },
      ]),
    ]);
    expect(status).toMatchObject({
      health: 'Degraded',
      reason: 'CrashLoopBackOff',
      message: 'Participant: The container keeps exiting.',
    });
  });

  it('names a check that gives no message by its id', () => {
    const status = assemble([
      source('kubernetes', [{ ...crashing, message: undefined }]),
    ]);
    expect(status.message).toBe(
      'Participant: deployment/participant is Degraded.',
    );
  });

  it('is explained by what was seen rather than by an alert that follows from it', () => {
    const alert = { ...crashing, id: 'alert/A', message: 'The alert A fires.' };
    const status = assemble([
      source('kubernetes', [crashing]),
      source('prometheus', [alert]),
    ]);
    expect(status.message).toBe('Participant: The container keeps exiting.');
  });

  describe('what nobody looks at', () => {
    it('is Unknown while a source has not reported', () => {
      const status = assemble([
        source('kubernetes', [healthyDeployment]),
        source('argocd'),
      ]);
      expect(status).toMatchObject({
        health: 'Unknown',
        reason: 'NotObserved',
      });
      expect(checkOf(status, 'source/argocd')?.message).toMatch(/argocd/);
    });

    it('has no observedAt before the first confirmation', () => {
      expect(assemble([source('kubernetes')]).observedAt).toBeUndefined();
    });

    it('is Unknown when no check of a component is there', () => {
      const status = assemble([source('kubernetes', [healthyDeployment])], {
        binding: binding({
          components: [
            ...components,
            { name: 'db', title: 'DB', type: 'db', objects: ['Cluster/*'] },
          ],
        }),
      });
      expect(status.components.at(-1)).toMatchObject({
        health: 'Unknown',
        reason: 'NotObserved',
      });
      expect(status.health).toBe('Unknown');
    });

    it('is Unknown when the registry names an object that no source reports', () => {
      const status = assemble([
        source('kubernetes', [
          {
            ...healthyDeployment,
            object: 'Pod/participant-1',
            id: 'pod/participant-1',
          },
        ]),
      ]);
      expect(checkOf(status, 'deployment/participant')).toMatchObject({
        health: 'Unknown',
        source: 'registry',
        message: expect.stringContaining('Deployment/participant'),
      });
    });
  });

  describe('components', () => {
    it('keeps checks that belong to no component under other', () => {
      const status = assemble([
        source('kubernetes', [
          healthyDeployment,
          { id: 'job/stray', object: 'Job/stray', health: 'Degraded' },
        ]),
      ]);
      expect(status.components.at(-1)).toMatchObject({
        name: 'other',
        health: 'Degraded',
      });
      expect(status.health).toBe('Degraded');
    });

    it('gives the checks of a GitOps engine a component of their own', () => {
      const checks: ObservedCheck[] = [
        { id: 'application/a', object: 'Application/a', health: 'Healthy' },
      ];
      const gitops = syncedApplication();
      const status = assemble([
        source('kubernetes', [healthyDeployment]),
        source('argocd', [], { observation: observation(checks, { gitops }) }),
      ]);
      expect(status.components.at(-1)?.name).toBe('gitops');
      expect(status).toMatchObject({
        health: 'Healthy',
        sync: 'Synced',
        gitops: { source: 'argocd' },
      });
    });

    it('lets an API be as well as the component that provides it', () => {
      const status = assemble([source('kubernetes', [crashing])]);
      expect(status.components[1]).toMatchObject({
        name: 'ledger-api',
        health: 'Degraded',
        reason: 'CrashLoopBackOff',
        checks: [],
      });
    });

    it('does not let a part without anything to look at look well', () => {
      const status = assemble([source('kubernetes', [healthyDeployment])], {
        binding: binding({
          components: [components[0], { name: 'x', title: 'X', type: 'x' }],
        }),
      });
      expect(status.components[1].health).toBe('Unknown');
    });
  });

  describe('a source that cannot be asked', () => {
    const before = assemble([source('kubernetes', [crashing])]);
    const disconnected = { server: 'devnet', message: 'It is down.' };

    it('turns its checks Unknown and keeps what was known', () => {
      const status = assemble(
        [source('kubernetes', [crashing], { disconnected })],
        { previous: before },
      );
      expect(checkOf(status, 'deployment/participant')).toEqual({
        id: 'deployment/participant',
        source: 'kubernetes',
        health: 'Unknown',
        reason: 'Disconnected',
        message: 'devnet cannot be asked. It is down.',
        observedAt: earlier,
        since: now.toISOString(),
        lastKnown: {
          health: 'Degraded',
          reason: 'CrashLoopBackOff',
          message: 'The container keeps exiting.',
          observedAt: earlier,
        },
      });
    });

    it('still knows it after the source has reported Unknown itself', () => {
      const first = assemble(
        [source('kubernetes', [{ ...crashing, health: 'Unknown' }])],
        { previous: before },
      );
      const second = assemble(
        [
          source('kubernetes', [{ ...crashing, health: 'Unknown' }], {
            disconnected,
          }),
        ],
        { previous: first },
      );
      expect(checkOf(second, 'deployment/participant')?.lastKnown?.health).toBe(
        'Degraded',
      );
    });

    it('does not touch what other sources say', () => {
      const status = assemble([
        source('kubernetes', [healthyDeployment]),
        source('prometheus', [{ id: 'metric/ledger-lag', health: 'Healthy' }], {
          disconnected,
        }),
      ]);
      expect(checkOf(status, 'deployment/participant')?.health).toBe('Healthy');
      expect(checkOf(status, 'metric/ledger-lag')?.health).toBe('Unknown');
    });

    it('counts as one when it has confirmed nothing for too long', () => {
      const status = assemble([
        source('kubernetes', [healthyDeployment], {
          heardAt: '2026-01-01T11:00:00.000Z',
        }),
      ]);
      expect(checkOf(status, 'deployment/participant')).toMatchObject({
        health: 'Unknown',
        reason: 'Stale',
        lastKnown: { health: 'Healthy' },
      });
    });

    it('says nothing about sync', () => {
      const gitops = syncedApplication({ revision: 'abc' });
      const status = assemble([
        source('argocd', [], {
          observation: observation([], { gitops }),
          disconnected,
        }),
      ]);
      expect(status.sync).toBe('Unknown');
      expect(status.gitops).toMatchObject({ sync: 'Unknown', revision: 'abc' });
    });
  });

  it('says nothing of a source that is no longer installed', () => {
    const before = assemble([source('kubernetes', [crashing])]);
    const status = assemble([source('argocd', [])], { previous: before });
    expect(checkOf(status, 'deployment/participant')?.source).toBe('registry');
  });

  it('links a check to its runbook where that is published', () => {
    const checks = [{ ...crashing, runbook: 'crash-loop' }];
    const published = assemble([source('kubernetes', checks)], {
      runbookUrl: slug => `https://docs.example.com/${slug}`,
    });
    expect(checkOf(published, 'deployment/participant')?.runbook).toBe(
      'https://docs.example.com/crash-loop',
    );
    const silent = assemble([source('kubernetes', checks)]);
    expect(checkOf(silent, 'deployment/participant')).not.toHaveProperty(
      'runbook',
    );
  });

  describe('since', () => {
    const before = assemble([source('kubernetes', [crashing])], {
      now: new Date('2026-01-01T10:00:00.000Z'),
    });

    it('stays while the health stays', () => {
      const status = assemble([source('kubernetes', [crashing])], {
        previous: before,
      });
      expect(status.since).toBe(before.since);
      expect(checkOf(status, 'deployment/participant')?.since).toBe(
        checkOf(before, 'deployment/participant')?.since,
      );
    });

    it('moves when the health changes', () => {
      const status = assemble([source('kubernetes', [healthyDeployment])], {
        previous: before,
      });
      expect(status.since).toBe(now.toISOString());
    });
  });

  describe('a metric that is not reported', () => {
    const notReported: ObservedCheck = {
      id: 'metric/ledger-lag',
      health: 'Unknown',
      reason: 'NotReported',
    };
    const startingUp: ObservedCheck = {
      ...healthyDeployment,
      health: 'Progressing',
      reason: 'WaitingForReadiness',
    };
    const withWorkload = (deployment: ObservedCheck) => [
      source('kubernetes', [deployment]),
      source('prometheus', [notReported]),
    ];
    const at = (time: string) => new Date(`2026-01-01T${time}.000Z`);

    it('is awaited while its workload starts', () => {
      const status = assemble(withWorkload(startingUp));
      expect(checkOf(status, 'metric/ledger-lag')).toMatchObject({
        health: 'Progressing',
        reason: 'AwaitingReport',
      });
      expect(status.health).toBe('Progressing');
    });

    it('is awaited for a minute after its workload has started', () => {
      const started = assemble(withWorkload(healthyDeployment), {
        previous: assemble(withWorkload(startingUp)),
        now: at('11:59:30'),
      });
      expect(started.health).toBe('Progressing');

      const since = checkOf(started, 'deployment/participant')!.since;
      const later = new Date(Date.parse(since) + 61_000);
      expect(
        assemble(withWorkload(healthyDeployment), {
          previous: started,
          now: later,
        }).health,
      ).toBe('Unknown');
    });

    it('is Unknown when everything has been running for long', () => {
      const before = assemble([source('kubernetes', [healthyDeployment])], {
        now: at('10:00:00'),
      });
      const status = assemble(withWorkload(healthyDeployment), {
        previous: before,
      });
      expect(status).toMatchObject({
        health: 'Unknown',
        reason: 'NotReported',
      });
    });
  });

  describe('a suspended tenant environment', () => {
    const suspended = {
      binding: binding({ suspended: true }),
      descriptor: descriptor({ suspended: true }),
    };
    const workload = (desiredReplicas: number) => ({
      kind: 'Deployment',
      name: 'participant',
      health: 'Suspended' as const,
      readyReplicas: 0,
      desiredReplicas,
      restarts: 0,
      images: [],
    });
    const scaledTo = (replicas: number, rest = {}) =>
      source('kubernetes', [], {
        observation: observation(
          [{ ...healthyDeployment, health: 'Suspended' }],
          {
            workloads: [workload(replicas)],
          },
        ),
        ...rest,
      });
    const silentMetric = source('prometheus', [
      { id: 'metric/ledger-lag', health: 'Unknown', reason: 'NoData' },
    ]);

    it('is Suspended once its workloads are scaled to zero', () => {
      const status = assemble([scaledTo(0), silentMetric], suspended);
      expect(status).toMatchObject({
        health: 'Suspended',
        reason: 'SwitchedOff',
        suspended: true,
        workloads: [{ component: 'participant' }],
      });
    });

    it('is not while something is still asked to run', () => {
      const status = assemble([scaledTo(1), silentMetric], suspended);
      expect(status.health).toBe('Unknown');
    });

    it('is not while nobody can tell', () => {
      const status = assemble(
        [scaledTo(0, { disconnected: { server: 'devnet' } }), silentMetric],
        suspended,
      );
      expect(status.health).toBe('Unknown');
    });

    it('still shows what is broken', () => {
      const broken: ObservedCheck = {
        id: 'certificate/tls',
        object: 'Certificate/tls',
        health: 'Degraded',
      };
      const status = assemble(
        [
          source('kubernetes', [], {
            observation: observation([broken], { workloads: [workload(0)] }),
          }),
        ],
        suspended,
      );
      expect(status.health).toBe('Degraded');
    });
  });

  it('shows workloads as Unknown while their cluster cannot be asked', () => {
    const workloads = [
      {
        kind: 'Deployment',
        name: 'stray',
        health: 'Healthy' as const,
        readyReplicas: 1,
        desiredReplicas: 1,
        restarts: 0,
        images: ['a:1'],
      },
    ];
    const status = assemble([
      source('kubernetes', [], {
        observation: observation([healthyDeployment], { workloads }),
        disconnected: { server: 'devnet' },
      }),
    ]);
    expect(status.workloads).toMatchObject([
      { component: 'other', health: 'Unknown', reason: 'Disconnected' },
    ]);
  });

  it('gives the addresses that clients connect to', () => {
    const hostname = {
      name: 'wallet',
      title: 'Wallet',
      component: 'validator',
      host: 'wallet.example.com',
      port: 443,
      protocol: 'HTTPS' as const,
    };
    const status = assemble([], {
      descriptor: descriptor({
        hostnames: [hostname, { ...hostname, protocol: 'gRPC' }],
      }),
    });
    expect(status.endpoints.map(({ url }) => url)).toEqual([
      'https://wallet.example.com/',
      undefined,
    ]);
  });

  describe('for any observation', () => {
    const check: fc.Arbitrary<ObservedCheck> = fc.record(
      {
        id: fc.constantFrom('metric/ledger-lag', 'deployment/x', 'a', 'b', 'c'),
        object: fc.constantFrom(
          'Deployment/participant',
          'Pod/participant-1',
          'Job/x',
        ),
        health: fc.constantFrom(...healthOrder),
        reason: fc.constantFrom('One', 'Two'),
      },
      { requiredKeys: ['id', 'health'] },
    );
    const checks = fc.uniqueArray(check, { selector: ({ id }) => id });
    const sources = fc.tuple(
      fc.option(checks, { nil: undefined }),
      fc.option(checks, { nil: undefined }),
    );

    it('shows every check exactly once', () => {
      fc.assert(
        fc.property(sources, ([one, two]) => {
          const status = assemble([source('one', one), source('two', two)]);
          const shown = status.components
            .flatMap(component => component.checks)
            .filter(({ id }) => !id.startsWith('source/'))
            .map(shownCheck => `${shownCheck.source} ${shownCheck.id}`);
          const reported = [
            ...(one ?? []).map(({ id }) => `one ${id}`),
            ...(two ?? []).map(({ id }) => `two ${id}`),
          ];
          expect(
            shown.filter(name => !name.startsWith('registry')).sort(),
          ).toEqual(reported.sort());
        }),
      );
    });

    it('is never better than any of its parts', () => {
      fc.assert(
        fc.property(sources, ([one, two]) => {
          const status = assemble([source('one', one), source('two', two)]);
          for (const component of status.components) {
            expect(
              compareHealth(status.health, component.health),
            ).toBeGreaterThanOrEqual(0);
            for (const part of component.checks) {
              expect(
                compareHealth(component.health, part.health),
              ).toBeGreaterThanOrEqual(0);
            }
          }
        }),
      );
    });

    it('is not Healthy while a source is silent', () => {
      fc.assert(
        fc.property(checks, observed => {
          const status = assemble([source('one', observed), source('two')]);
          expect(status.health).not.toBe('Healthy');
        }),
      );
    });

    it('is the same when nothing has changed', () => {
      fc.assert(
        fc.property(sources, ([one, two]) => {
          const states = [source('one', one), source('two', two)];
          const previous = assemble(states);
          const later = new Date(now.getTime() + 1_000);
          expect(assemble(states, { previous, now: later })).toEqual(previous);
        }),
      );
    });
  });
});
