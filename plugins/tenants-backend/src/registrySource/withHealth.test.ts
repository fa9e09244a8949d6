import { CollectedCheck } from '../status/collectChecks';
import { withHealth } from './withHealth';

const now = new Date('2026-01-01T12:00:00.000Z');
const since = '2025-12-31T00:00:00.000Z';
const entry: CollectedCheck = {
  check: {
    id: 'onboarding/state',
    source: 'registry',
    health: 'Progressing',
    reason: 'Onboarding',
    message: 'A claim.',
    runbook: 'onboarding',
    observedAt: since,
    since,
  },
  gitops: false,
  confirmed: true,
};

describe('withHealth', () => {
  it('says since when, and where to read more while something is wrong', () => {
    const part = { health: 'Degraded', reason: 'Stalled' } as const;
    const { check } = withHealth(entry, part, { before: entry.check, now });
    expect(check).toEqual({
      id: 'onboarding/state',
      source: 'registry',
      ...part,
      runbook: 'onboarding',
      observedAt: since,
      since: now.toISOString(),
    });
    const later = new Date(now.getTime() + 1_000);
    const again = withHealth(entry, part, { before: check, now: later });
    expect(again.check).toEqual(check);
  });

  it('says no more than that it is well', () => {
    const part = { health: 'Healthy' } as const;
    const { check } = withHealth(entry, part, { before: undefined, now });
    expect(Object.keys(check).sort()).toEqual([
      'health',
      'id',
      'observedAt',
      'since',
      'source',
    ]);
  });
});
