import { Rollout, RolloutWave } from '@tenantry/plugin-tenants-common';
import { rollout } from './__testUtils__';
import { waveEvents } from './waveEvents';

const at = new Date('2026-01-02T10:00:00Z');
const pullRequest = { number: 12, url: 'https://git.example.com/pulls/12' };
const waves = (...states: RolloutWave['state'][]): RolloutWave[] =>
  states.map((state, index) => ({
    tenants: [`tenant-${index + 1}a`, `tenant-${index + 1}b`],
    state,
    ...(state !== 'Waiting' && { pullRequest }),
  }));
const rolloutWith = (changes: Partial<Rollout>) =>
  rollout({ title: 'Upgrade Splice', ...changes });

function eventsBetween(before: Partial<Rollout>, after: Partial<Rollout>) {
  return waveEvents(rolloutWith(before), rolloutWith(after), at).map(
    ({ event }) => event,
  );
}

describe('waveEvents', () => {
  it('tells each tenant of a wave that it was proposed, and nothing of the others', () => {
    const events = eventsBetween(
      { waves: waves('Waiting', 'Waiting') },
      { waves: waves('Proposed', 'Waiting'), message: 'tenant-1b waits.' },
    );
    expect(events.map(({ tenant }) => tenant)).toEqual([
      'tenant-1a',
      'tenant-1b',
    ]);
    expect(events[0]).toEqual({
      type: 'WaveProposed',
      at: '2026-01-02T10:00:00.000Z',
      tenant: 'tenant-1a',
      environment: 'devnet',
      message: 'Wave 1 of the rollout "Upgrade Splice" was proposed.',
      wave: { rollout: 'Upgrade Splice', number: 1, url: pullRequest.url },
    });
    expect(JSON.stringify(events[0])).not.toContain('tenant-1b');
  });

  it('tells that a wave is healthy, and nothing when only the message changes', () => {
    expect(
      eventsBetween(
        { waves: waves('Merged', 'Waiting') },
        { waves: waves('Healthy', 'Waiting') },
      ),
    ).toMatchObject([
      { type: 'WaveHealthy', tenant: 'tenant-1a' },
      { type: 'WaveHealthy', tenant: 'tenant-1b' },
    ]);
    const same = { waves: waves('Merged') };
    expect(eventsBetween(same, { ...same, message: 'It waits.' })).toEqual([]);
  });

  it('tells the tenants of the wave under way that the rollout was halted', () => {
    const states = waves('Healthy', 'Proposed', 'Waiting');
    expect(
      eventsBetween(
        { state: 'Running', waves: states },
        { state: 'Halted', waves: states },
      ).map(({ type, tenant }) => [type, tenant]),
    ).toEqual([
      ['WaveHalted', 'tenant-2a'],
      ['WaveHalted', 'tenant-2b'],
    ]);
  });
});
