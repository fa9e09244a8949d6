import { KubernetesObject } from '../../ObjectStore';
import { podColumns } from './pod';

const now = new Date('2026-03-01T12:00:00Z');
const running = { running: { startedAt: '2026-03-01T11:00:00Z' } };
const done = { terminated: { exitCode: 0, reason: 'Completed' } };

function cellsOf({ metadata = {}, ...fields }: Record<string, object>) {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'participant-0', ...metadata },
    ...fields,
  } as KubernetesObject;
  return Object.fromEntries(
    podColumns.map(({ name, read }) => [name, read(pod, now)]),
  );
}

const statusOf = (status: object, spec = {}) =>
  cellsOf({ status, spec }).Status;

describe('the columns of a pod', () => {
  it('count the containers that are ready', () => {
    const cells = cellsOf({
      spec: { containers: [{}, {}] },
      status: { containerStatuses: [{ ready: true }, { ready: false }] },
    });
    expect(cells.Ready).toBe('1/2');
  });

  it.each([
    ['the phase', { phase: 'Running' }, 'Running'],
    [
      'the reason of the pod',
      { phase: 'Failed', reason: 'Evicted' },
      'Evicted',
    ],
    [
      'why a container waits',
      {
        phase: 'Running',
        containerStatuses: [
          { state: running },
          { state: { waiting: { reason: 'CrashLoopBackOff' } } },
        ],
      },
      'CrashLoopBackOff',
    ],
    [
      'why a container ended',
      {
        containerStatuses: [{ state: { terminated: { reason: 'OOMKilled' } } }],
      },
      'OOMKilled',
    ],
    [
      'the exit code when there is no reason',
      { containerStatuses: [{ state: { terminated: { exitCode: 3 } } }] },
      'ExitCode:3',
    ],
    [
      'the signal when there is no reason',
      { containerStatuses: [{ state: { terminated: { signal: 9 } } }] },
      'Signal:9',
    ],
    ['that nothing is known', {}, 'Unknown'],
  ])('show %s', (_, status, expected) => {
    expect(statusOf(status)).toBe(expected);
  });

  it('show how far the init containers are', () => {
    const spec = { initContainers: [{ name: 'a' }, { name: 'b' }] };
    const status = (...states: object[]) => ({
      phase: 'Pending',
      initContainerStatuses: states.map((state, index) => ({
        name: 'ab'[index],
        state,
      })),
    });
    expect(statusOf(status(done, running), spec)).toBe('Init:1/2');
    expect(
      statusOf(status({ terminated: { exitCode: 1, reason: 'Error' } }), spec),
    ).toBe('Init:Error');
    expect(
      statusOf(status(done, { waiting: { reason: 'PodInitializing' } }), spec),
    ).toBe('Init:1/2');
    expect(statusOf(status(done, done), spec)).toBe('Pending');
  });

  it('do not wait for the end of a sidecar', () => {
    const spec = {
      initContainers: [{ name: 'proxy', restartPolicy: 'Always' }],
    };
    const initContainerStatuses = [{ name: 'proxy', state: running }];
    expect(statusOf({ phase: 'Running', initContainerStatuses }, spec)).toBe(
      'Running',
    );
  });

  it('show that a pod is being deleted, whatever else it does', () => {
    const metadata = { deletionTimestamp: '2026-03-01T12:00:00Z' };
    const cells = cellsOf({ metadata, status: { phase: 'Running' } });
    expect(cells.Status).toBe('Terminating');
  });

  it('count the restarts, and tell when the last one was', () => {
    const ended = (finishedAt: string) => ({ terminated: { finishedAt } });
    const containerStatuses = [
      { restartCount: 2, lastState: ended('2026-03-01T11:00:00Z') },
      { restartCount: 1, lastState: ended('2026-03-01T11:55:00Z') },
    ];
    expect(cellsOf({ status: { containerStatuses } }).Restarts).toBe(
      '3 (5m ago)',
    );
    expect(cellsOf({}).Restarts).toBe('0');
  });

  it('count the readiness gates that are passed', () => {
    const cells = cellsOf({
      spec: {
        readinessGates: [{ conditionType: 'a' }, { conditionType: 'b' }],
      },
      status: { conditions: [{ type: 'b', status: 'True' }] },
    });
    expect(cells['Readiness Gates']).toBe('1/2');
  });
});
