import { Application, OperationState } from './Application';
import { decideAutoSync } from './autoSync';

const sources = [{ repoURL: 'x', path: 'a' }];
const now = new Date('2026-01-01T01:00:00Z');
const automated = { prune: true, selfHeal: true };
const different = {
  desired: object('a'),
  live: object('a'),
  status: 'OutOfSync' as const,
};
const superfluous = { live: object('b'), status: 'OutOfSync' as const };

function object(name: string) {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } };
}

function tried(
  phase: OperationState['phase'],
  secondsAgo: number,
  selfHealAttemptsCount?: number,
): OperationState {
  const at = new Date(now.getTime() - secondsAgo * 1000).toISOString();
  return {
    operation: { sync: { selfHealAttemptsCount } },
    phase,
    message: '',
    startedAt: at,
    finishedAt: at,
    syncResult: { revisions: ['1'], sources },
  };
}

function decide(options: {
  automated?: { prune?: boolean; selfHeal?: boolean };
  operationState?: OperationState;
  objects?: Parameters<typeof decideAutoSync>[0]['objects'];
  revisions?: string[];
}) {
  const application: Application = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'acme-01-devnet' },
    spec: {
      project: 'acme-01',
      destination: {},
      sources,
      syncPolicy: { automated: options.automated },
    },
    status: { operationState: options.operationState },
  };
  return decideAutoSync({
    application,
    objects: options.objects ?? [different],
    revisions: options.revisions ?? ['1'],
    now,
    timings: { selfHeal: 5_000 },
  });
}

describe('decideAutoSync', () => {
  it('syncs a revision that was not tried yet', () => {
    const { operation } = decide({
      automated,
      operationState: tried('Failed', 1),
      revisions: ['2'],
    });
    expect(operation).toEqual({
      sync: { prune: true, revisions: ['2'] },
      initiatedBy: { automated: true },
    });
  });

  it.each([
    ['nothing is automated', {}],
    ['nothing differs', { automated, objects: [] }],
    ['an operation runs', { automated, operationState: tried('Running', 1) }],
    [
      'the revision was tried and nothing heals',
      { automated: {}, operationState: tried('Failed', 900) },
    ],
    [
      'there is only something to prune and it may not',
      { automated: { selfHeal: true }, objects: [superfluous] },
    ],
  ])('does nothing when %s', (_, options) => {
    expect(decide(options)).toEqual({});
  });

  it('heals five seconds after the last sync, not before', () => {
    expect(
      decide({ automated, operationState: tried('Succeeded', 3) }),
    ).toEqual({
      lookAgainAfter: 2_000,
    });
    expect(
      decide({ automated, operationState: tried('Succeeded', 5) }).operation
        ?.sync,
    ).toMatchObject({ selfHealAttemptsCount: 1 });
  });

  it('tries ever more rarely while healing fails, every five minutes at least', () => {
    const wait = (attempts: number) =>
      decide({ automated, operationState: tried('Failed', 0, attempts) })
        .lookAgainAfter;
    expect([0, 1, 2, 3, 9].map(wait)).toEqual([
      5_000, 15_000, 45_000, 135_000, 300_000,
    ]);
  });
});
