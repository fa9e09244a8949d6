import {
  GitOpsStatus,
  Health,
  TenantEnvironmentStatus,
  TimelineEvent,
  TimelineEventType,
} from '@tenantry/plugin-tenants-common';
import { followChanges } from './followChanges';

const change = {
  number: 7,
  url: 'https://git.example.com/platform/gitops/pulls/7',
  title: 'Let the new office in',
  author: 'olga',
};
const positions = new Map([
  ['before', 1],
  ['merge', 2],
  ['later', 3],
]);
const minute = (number: number) =>
  new Date(Date.UTC(2026, 0, 1, 10) + number * 60_000).toISOString();

let ids = 0;
function event(
  at: number,
  type: TimelineEventType,
  more: Partial<TimelineEvent> = {},
): TimelineEvent {
  return {
    id: `${++ids}`,
    at: minute(at),
    type,
    tenant: 'acme-01',
    environment: 'devnet',
    message: '',
    ...more,
  };
}

const opened = event(0, 'ChangeOpened', { change });
const merged = event(1, 'ChangeMerged', { change, revision: 'merge' });
const synced = event(3, 'RevisionChanged', { revision: 'merge' });
const health = (at: number, to: Health, from: Health, cause?: string) =>
  event(at, 'HealthChanged', { health: to, previousHealth: from, cause });

interface Now extends Partial<GitOpsStatus> {
  health?: Health;
  seen?: number;
}

function statusNow({ health: is = 'Healthy', seen = 30, ...gitops }: Now) {
  return {
    order: 1,
    health: is,
    observedAt: minute(seen),
    gitops: {
      sync: 'Synced',
      revision: 'merge',
      observedAt: minute(seen),
      outOfSync: [],
      history: [],
      ...gitops,
    },
  } as unknown as TenantEnvironmentStatus;
}

function follow(events: TimelineEvent[], now?: Now) {
  return followChanges({
    events,
    positions,
    statusOf: () => now && statusNow(now),
  });
}

const stageOf = (...args: Parameters<typeof follow>) =>
  follow(...args)[0].environments[0];

describe('followChanges', () => {
  it('follows a change that waits for its merge, and one that was given up', () => {
    expect(stageOf([opened], {}).stage).toBe('Proposed');
    const closed = event(2, 'ChangeClosed', { change });
    expect(follow([opened, closed], {})).toMatchObject([
      {
        openedAt: opened.at,
        closedAt: closed.at,
        environments: [{ stage: 'Closed' }],
        events: [opened.id, closed.id],
      },
    ]);
  });

  it('follows a change until it has landed, with what came on the way', () => {
    const rolling = health(4, 'Progressing', 'Healthy');
    const well = health(6, 'Healthy', 'Progressing');
    const later = health(20, 'Degraded', 'Healthy');
    const same = event(3, 'Synced', { revision: 'merge' });
    const again = event(21, 'Synced', { revision: 'merge', reapplied: true });
    const events = [opened, merged, synced, same, rolling, well, later, again];
    expect(follow(events, { health: 'Degraded' })).toEqual([
      {
        change,
        openedAt: opened.at,
        mergedAt: merged.at,
        revision: 'merge',
        environments: [
          {
            environment: 'devnet',
            stage: 'Landed',
            syncedAt: synced.at,
            revision: 'merge',
            landedAt: well.at,
            health: 'Healthy',
          },
        ],
        events: [opened, merged, synced, same, rolling, well].map(
          ({ id }) => id,
        ),
      },
    ]);
  });

  it('counts as landed what needed no rollout only once it was seen after the sync', () => {
    const events = [opened, merged, synced];
    expect(stageOf(events, { seen: 2 }).stage).toBe('Synced');
    expect(stageOf(events, { seen: 4 })).toMatchObject({
      stage: 'Landed',
      landedAt: synced.at,
    });
    expect(stageOf(events, undefined).stage).toBe('Synced');
  });

  it('tells of a rollout that was seen before the revision was', () => {
    const rolling = health(2.9, 'Progressing', 'Healthy');
    const well = health(5, 'Healthy', 'Progressing');
    const older = health(0.5, 'Healthy', 'Degraded');
    const [row] = follow([opened, older, merged, rolling, synced, well], {});
    expect(row).toMatchObject({
      environments: [{ stage: 'Landed', landedAt: well.at }],
      events: [opened, merged, synced, rolling, well].map(({ id }) => id),
    });
  });

  it('does not take the moment before a rollout for its end', () => {
    const rolling = health(3.5, 'Progressing', 'Healthy');
    const now = { health: 'Progressing' as const };
    expect(stageOf([opened, merged, synced, rolling], now)).toMatchObject({
      stage: 'Synced',
      health: 'Progressing',
    });
  });

  it('says why a change failed after it was applied', () => {
    const broken = health(3.5, 'Degraded', 'Healthy', 'It exits.');
    expect(
      stageOf([opened, merged, synced, broken], { health: 'Degraded' }),
    ).toMatchObject({
      stage: 'Failed',
      health: 'Degraded',
      message: 'It exits.',
    });
  });

  it('leaves it failed when the next change mends what it broke', () => {
    const broken = health(3.5, 'Degraded', 'Healthy');
    const next = event(9, 'RevisionChanged', { revision: 'later' });
    const well = health(12, 'Healthy', 'Degraded');
    expect(
      stageOf([opened, merged, synced, broken, next, well], {
        revision: 'later',
      }).stage,
    ).toBe('Failed');
  });

  it('finds a change in a later revision, and in what was deployed before', () => {
    const later = event(5, 'RevisionChanged', { revision: 'later' });
    expect(stageOf([merged, later], { revision: 'later' })).toMatchObject({
      stage: 'Landed',
      revision: 'later',
      syncedAt: later.at,
    });
    const deployment = { id: '1', revision: 'merge', deployedAt: minute(2) };
    expect(stageOf([merged], { history: [deployment] })).toMatchObject({
      stage: 'Landed',
      syncedAt: minute(2),
    });
  });

  it('does not find it in an earlier revision', () => {
    const earlier = event(2, 'RevisionChanged', { revision: 'before' });
    const now = { revision: 'before', seen: 3 };
    expect(stageOf([merged, earlier], now).stage).toBe('Merged');
  });

  it('says that the engine could not apply it, with its reason', () => {
    const operation = {
      phase: 'Failed' as const,
      message: 'The quota is exceeded.',
      finishedAt: minute(2),
    };
    const now: Now = { revision: 'before', sync: 'OutOfSync', operation };
    expect(stageOf([merged], now)).toMatchObject({
      stage: 'Failed',
      message: 'The quota is exceeded.',
    });
    operation.finishedAt = minute(0);
    expect(stageOf([merged], now).stage).toBe('Merged');
  });

  it('says that nothing had to be applied only when the engine still says so later', () => {
    const now = (seen: number, sync: GitOpsStatus['sync']) =>
      stageOf([merged], { revision: 'before', seen, sync }).stage;
    expect(now(5, 'Synced')).toBe('Merged');
    expect(now(30, 'Synced')).toBe('Unneeded');
    expect(now(30, 'Unknown')).toBe('Merged');
  });

  it('says that it was rolled back', () => {
    const back = event(9, 'RevisionChanged', { revision: 'before' });
    expect(stageOf([merged, synced, back], { revision: 'before' }).stage).toBe(
      'RolledBack',
    );
  });

  it('does not guess without the engine, or without the order of commits', () => {
    expect(stageOf([merged], undefined).stage).toBe('Unknown');
    const strange = event(1, 'ChangeMerged', { change, revision: 'strange' });
    expect(stageOf([strange], { revision: 'later' }).stage).toBe('Unknown');
  });

  it('follows the change in each environment by itself, in promotion order', () => {
    const there = (one: TimelineEvent) => ({
      ...one,
      id: `${one.id}-testnet`,
      environment: 'testnet',
    });
    const [row] = followChanges({
      events: [there(opened), opened, there(merged), merged, synced],
      positions,
      statusOf: environment => ({
        ...statusNow({
          revision: environment === 'devnet' ? 'merge' : 'before',
          seen: 5,
        }),
        order: environment === 'devnet' ? 1 : 2,
      }),
    });
    expect(
      row.environments.map(({ environment, stage }) => [environment, stage]),
    ).toEqual([
      ['devnet', 'Landed'],
      ['testnet', 'Merged'],
    ]);
  });

  it('tells of the wave of a rollout that a change is', () => {
    const wave = { rollout: 'Upgrade Splice', number: 2, url: change.url };
    const proposed = event(0, 'WaveProposed', { wave });
    const other = event(0, 'WaveProposed', {
      wave: { ...wave, url: 'https://git.example.com/platform/gitops/pulls/8' },
    });
    expect(follow([proposed, opened, other], {})).toMatchObject([
      { wave, events: [opened.id, proposed.id] },
    ]);
  });

  it('puts the latest change first, and follows commits like pull requests', () => {
    const commit = {
      url: 'https://git.example.com/platform/gitops/commit/later',
      title: 'Mend it',
      author: 'Omar',
    };
    const committed = event(8, 'ChangeCommitted', {
      change: commit,
      revision: 'later',
    });
    const applied = event(9, 'RevisionChanged', { revision: 'later' });
    const rows = follow([opened, merged, synced, committed, applied], {
      revision: 'later',
    });
    expect(rows.map(row => row.change.title)).toEqual([
      'Mend it',
      'Let the new office in',
    ]);
    expect(rows[0]).toMatchObject({
      mergedAt: committed.at,
      environments: [{ stage: 'Landed' }],
      events: [committed.id, applied.id],
    });
  });
});
