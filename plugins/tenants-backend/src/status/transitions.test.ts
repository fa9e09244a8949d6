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
        message: 'Revision 22222222 was applied: Add acme-01',
        revision: '2222222222',
      },
    ]);
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
