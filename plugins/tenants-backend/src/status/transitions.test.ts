import { transitionsBetween } from './transitions';
import {
  assemble,
  healthyDeployment,
  now,
  source,
  syncedApplication,
} from './__testUtils__';

const healthy = assemble([source('kubernetes', [healthyDeployment])]);
const degraded = assemble([
  source('kubernetes', [
    { ...healthyDeployment, health: 'Degraded', message: 'It exits.' },
  ]),
]);
const gitops = (revision: string) => ({
  ...syncedApplication({ revision }),
  source: 'argocd',
});

describe('transitionsBetween', () => {
  it('finds nothing the first time, and when nothing has changed', () => {
    expect(transitionsBetween(undefined, healthy, now)).toEqual([]);
    expect(transitionsBetween(healthy, healthy, now)).toEqual([]);
  });

  it('tells a change of health with its cause', () => {
    expect(transitionsBetween(healthy, degraded, now)).toEqual([
      {
        at: now.toISOString(),
        tenant: 'acme-01',
        environment: 'devnet',
        type: 'HealthChanged',
        message: 'Health went from Healthy to Degraded. Participant: It exits.',
        health: 'Degraded',
        previousHealth: 'Healthy',
        cause: 'Participant: It exits.',
      },
    ]);
  });

  it('does not tell a first look as a change', () => {
    const unseen = assemble([source('kubernetes')]);
    expect(transitionsBetween(unseen, healthy, now)).toMatchObject([
      { type: 'HealthChanged', message: 'First seen Healthy.' },
    ]);
  });

  it('tells that a revision was applied', () => {
    const before = { ...healthy, gitops: gitops('1111111111') };
    const after = {
      ...healthy,
      gitops: { ...gitops('2222222222'), revisionMessage: 'Add acme-01' },
    };
    expect(transitionsBetween(before, after, now)).toMatchObject([
      {
        type: 'RevisionChanged',
        message: 'Revision 22222222 was applied.',
        revision: '2222222222',
      },
    ]);
  });

  describe('a deployment', () => {
    const revision = '1111111111';
    const deployed = (id: string, initiatedBy?: string) => ({
      ...healthy,
      gitops: {
        ...gitops(revision),
        history: [
          {
            id,
            revision,
            deployedAt: now.toISOString(),
            ...(initiatedBy && { initiatedBy }),
          },
        ],
      },
    });

    it('of the same revision is told, with who asked for it', () => {
      const after = deployed('2', 'user:default/jane');
      expect(transitionsBetween(deployed('1'), after, now)).toMatchObject([
        {
          type: 'Synced',
          message: 'Revision 11111111 was applied again by user:default/jane.',
          revision,
        },
      ]);
    });

    it('that ends a drift is told once', () => {
      const before = { ...deployed('1'), sync: 'OutOfSync' as const };
      const after = { ...deployed('2'), sync: 'Synced' as const };
      expect(transitionsBetween(before, after, now)).toMatchObject([
        { type: 'Synced', message: 'Revision 11111111 was applied again.' },
      ]);
    });

    it('of another revision names who asked for it', () => {
      const before = { ...healthy, gitops: gitops('2222222222') };
      const after = deployed('2', 'automated sync');
      expect(transitionsBetween(before, after, now)).toMatchObject([
        {
          type: 'RevisionChanged',
          message: 'Revision 11111111 was applied by automated sync.',
        },
      ]);
    });

    it('that was known before is not told', () => {
      const same = deployed('1', 'user:default/jane');
      expect(transitionsBetween(same, same, now)).toEqual([]);
      const nothing = { ...healthy, gitops: gitops(revision) };
      expect(transitionsBetween(nothing, same, now)).toEqual([]);
    });
  });

  it('tells that a drift has ended, but not that the engine answers again', () => {
    const outOfSync = { ...healthy, sync: 'OutOfSync' as const };
    const unknown = { ...healthy, sync: 'Unknown' as const };
    const synced = { ...healthy, sync: 'Synced' as const };
    expect(transitionsBetween(outOfSync, synced, now)).toMatchObject([
      { type: 'Synced' },
    ]);
    expect(transitionsBetween(unknown, synced, now)).toEqual([]);
  });
});
