import { KubernetesObject } from '../../ObjectStore';
import { simulatedLogs } from './simulatedLogs';

const startedAt = '2026-03-01T12:00:00Z';
const now = new Date('2026-03-01T12:00:25Z');

function logsOf(status: object, previous = false): string[] {
  const pod: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'participant-0' },
    status: { containerStatuses: [{ name: 'participant', ...status }] },
  };
  const container = 'participant';
  return simulatedLogs({ pod, container, previous, now }).map(
    ({ time, text }) => `${time.toISOString().slice(17, 19)} ${text}`,
  );
}

describe('simulatedLogs', () => {
  it('says every ten seconds that a running container runs', () => {
    expect(logsOf({ state: { running: { startedAt } } })).toEqual([
      '00 participant is starting',
      '10 participant is running',
      '20 participant is running',
    ]);
  });

  it('ends with the container', () => {
    const terminated = { startedAt, finishedAt: '2026-03-01T12:00:05Z' };
    const expected = ['00 participant is starting', '05 participant has ended'];
    expect(logsOf({ state: { terminated } })).toEqual(expected);
    expect(logsOf({ lastState: { terminated } }, true)).toEqual(expected);
  });

  it('says nothing for a container that has not started', () => {
    const waiting = { reason: 'ContainerCreating' };
    expect(logsOf({ state: { waiting } })).toEqual([]);
    expect(logsOf({ state: { running: { startedAt } } }, true)).toEqual([]);
  });

  it('keeps to the last lines of a container that has run for long', () => {
    const long = { startedAt: '2025-03-01T12:00:00Z' };
    expect(logsOf({ state: { running: long } })).toHaveLength(500);
  });
});
