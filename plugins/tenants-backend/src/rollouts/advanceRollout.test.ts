import {
  Health,
  TenantEnvironmentStatus,
} from '@tenantry/plugin-tenants-common';
import fc from 'fast-check';
import {
  mergedAt,
  minutesAfterMerge,
  rollout,
  rolloutWithFirst,
  wellAfterMerge,
} from './__testUtils__';
import { advanceRollout, currentWave, WaveFacts } from './advanceRollout';

const pullRequest = { number: 7, url: 'https://forge.example.com/7' };
const proposed = rolloutWithFirst({ state: 'Proposed', pullRequest });
const merged = rolloutWithFirst({ state: 'Merged', pullRequest, mergedAt });

function facts(overrides: Partial<WaveFacts> = {}): WaveFacts {
  return {
    now: minutesAfterMerge(5),
    statuses: new Map(),
    removed: new Set(),
    ...overrides,
  };
}

function statuses(
  beta: TenantEnvironmentStatus | undefined = wellAfterMerge(),
): WaveFacts['statuses'] {
  return new Map([
    ['acme-01', wellAfterMerge()],
    ...(beta ? ([['beta-02', beta]] as const) : []),
  ]);
}

describe('advanceRollout', () => {
  it('waits while the pull request is open, and when the forge said nothing', () => {
    expect(
      advanceRollout(proposed, facts({ pullRequest: { state: 'open' } })),
    ).toEqual({ ...proposed, message: 'Pull request 7 waits for its merge.' });
    expect(advanceRollout(proposed, facts())).toEqual(proposed);
  });

  it('takes note of the merge', () => {
    expect(
      advanceRollout(
        proposed,
        facts({ pullRequest: { state: 'merged', mergedAt } }),
      ),
    ).toEqual(merged);
  });

  it('halts when the pull request is closed without a merge', () => {
    const next = advanceRollout(
      proposed,
      facts({ pullRequest: { state: 'closed' } }),
    );
    expect(next.state).toBe('Halted');
    expect(next.message).toMatch(/Pull request 7 of wave 1 was closed/);
    expect(next.waves).toEqual(proposed.waves);
  });

  it('watches a healthy wave for the time that was asked for', () => {
    const watched = advanceRollout(merged, facts({ statuses: statuses() }));
    expect(watched.waves[0]).toMatchObject({
      state: 'Merged',
      healthySince: minutesAfterMerge(5).toISOString(),
    });
    expect(watched.message).toContain('2026-01-01T12:15:00.000Z');
    const early = facts({ now: minutesAfterMerge(14), statuses: statuses() });
    expect(advanceRollout(watched, early).waves[0].state).toBe('Merged');
    const late = facts({ now: minutesAfterMerge(15), statuses: statuses() });
    const next = advanceRollout(watched, late);
    expect(next.waves[0].state).toBe('Healthy');
    expect(currentWave(next)).toBe(1);
    expect(next.state).toBe('Running');
  });

  it('starts to watch anew after a relapse', () => {
    const watched = advanceRollout(merged, facts({ statuses: statuses() }));
    const relapsed = advanceRollout(
      watched,
      facts({
        statuses: statuses(
          wellAfterMerge({ health: 'Degraded', reason: 'OutOfMemory' }),
        ),
      }),
    );
    expect(relapsed.waves[0].healthySince).toBeUndefined();
    expect(relapsed.message).toBe(
      'The next step waits: beta-02 is Degraded (OutOfMemory).',
    );
  });

  it('asks of a wave without a change only that it is well', () => {
    const { mergedAt: _, ...unchanged } = merged.waves[0];
    const wave = rolloutWithFirst(unchanged);
    const long = wellAfterMerge({ observedAt: '2025-12-01T00:00:00.000Z' });
    const { healthySince } = advanceRollout(
      wave,
      facts({ statuses: statuses(long) }),
    ).waves[0];
    expect(healthySince).toBe(minutesAfterMerge(5).toISOString());
  });

  it('is done after the last wave', () => {
    const last = rollout({
      soakMinutes: 0,
      waves: [{ tenants: ['acme-01'], state: 'Merged', mergedAt }],
    });
    const next = advanceRollout(last, facts({ statuses: statuses() }));
    expect(next.state).toBe('Done');
    expect(currentWave(next)).toBeUndefined();
  });

  const { gitops } = wellAfterMerge();
  it.each<[string, TenantEnvironmentStatus | undefined, RegExp]>([
    ['unknown to the engine', undefined, /beta-02 has no status/],
    [
      'healthy from before the sync',
      wellAfterMerge({ observedAt: mergedAt }),
      /not been observed since the sync/,
    ],
    [
      'synced before the merge',
      wellAfterMerge({
        gitops: { ...gitops!, lastSyncedAt: '2026-01-01T11:59:59.000Z' },
      }),
      /not synced since the merge/,
    ],
    [
      'out of sync',
      wellAfterMerge({ gitops: { ...gitops!, sync: 'OutOfSync' } }),
      /beta-02 is OutOfSync/,
    ],
    [
      'without GitOps status',
      wellAfterMerge({ gitops: undefined }),
      /not synced since the merge/,
    ],
  ])('does not take a tenant for well that is %s', (_, status, message) => {
    const known = new Map([['acme-01', wellAfterMerge()]]);
    if (status) {
      known.set('beta-02', status);
    }
    const next = advanceRollout(merged, facts({ statuses: known }));
    expect(next.waves[0]).toEqual(merged.waves[0]);
    expect(next.message).toMatch(message);
  });

  it('never moves on for any health but Healthy', () => {
    const others: Health[] = [
      'Suspended',
      'Progressing',
      'Unknown',
      'Missing',
      'Degraded',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...others),
        fc.nat({ max: 10_000 }),
        (health, minutes) => {
          const next = advanceRollout(
            merged,
            facts({
              now: minutesAfterMerge(minutes),
              statuses: statuses(wellAfterMerge({ health })),
            }),
          );
          expect(next.waves).toEqual(merged.waves);
        },
      ),
    );
  });

  it.each(['Paused', 'Halted', 'Stopped', 'Done'] as const)(
    'leaves a rollout alone that is %s',
    state => {
      const resting = { ...merged, state };
      expect(advanceRollout(resting, facts({ statuses: statuses() }))).toBe(
        resting,
      );
    },
  );

  it('names a few of many that are not well', () => {
    const tenants = Array.from({ length: 9 }, (_, index) => `tenant-${index}`);
    const next = advanceRollout(
      rolloutWithFirst({ tenants, state: 'Merged', mergedAt }),
      facts(),
    );
    expect(next.message).toMatch(/tenant-4 has no status yet and 4 more\.$/);
  });
});
