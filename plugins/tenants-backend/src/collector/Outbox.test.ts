import { mockServices } from '@backstage/backend-test-utils';
import { StatusSink } from '@tenantry/plugin-tenants-node';
import { Lease } from '../leases';
import { observation } from '../status/__testUtils__';
import { ObservationBatch } from '../store';
import { Outbox } from './Outbox';

const lease: Lease = {
  unit: 'source/kubernetes/devnet',
  holder: 'one',
  epoch: 1,
};
const at = (second: number) =>
  new Date(Date.UTC(2026, 0, 1, 12, 0, second)).toISOString();

describe('Outbox', () => {
  const writeObservations = jest.fn<Promise<Lease[]>, [ObservationBatch[]]>();
  const onSaid = jest.fn<void, [readonly ObservationBatch[]]>();
  const onLost = jest.fn();
  let now: number;
  let outbox: Outbox;
  let sink: StatusSink;

  beforeEach(() => {
    jest.resetAllMocks();
    writeObservations.mockResolvedValue([]);
    now = 0;
    outbox = new Outbox({
      store: { writeObservations: batches => writeObservations([...batches]) },
      logger: mockServices.logger.mock(),
      onSaid,
      onLost,
      confirmAfterMs: 60_000,
      now: () => now,
      coalesceMs: 60_000,
      retryMs: 1,
    });
    sink = outbox.open({ lease, source: 'kubernetes', answeredAt: new Map() });
  });

  const report = (second: number, tenant = 'acme-01') =>
    sink.report(observation([], { tenant, observedAt: at(second) }));
  const connected = (second: number) =>
    sink.reportConnectivity(
      { server: 'devnet', connected: true, observedAt: at(second) },
      [{ tenant: 'acme-01', environment: 'devnet' }],
    );
  const written = () =>
    writeObservations.mock.calls.flatMap(([batches]) => batches);

  it('stores what was said at once, the latest of each, and tells of it then', async () => {
    sink.report(observation([{ id: 'a', health: 'Missing' }]));
    report(1);
    report(1, 'globex-01');
    expect(onSaid).not.toHaveBeenCalled();
    await outbox.settled();
    expect(written()).toMatchObject([
      { lease, observations: [{ checks: [] }, { tenant: 'globex-01' }] },
    ]);
    expect(onSaid).toHaveBeenCalledTimes(1);
  });

  it('tells at once of what was said again without news, and stores it only now and then', async () => {
    report(1);
    connected(1);
    await outbox.settled();
    writeObservations.mockClear();
    connected(10);
    expect(onSaid).toHaveBeenCalledTimes(2);
    await outbox.settled();
    expect(writeObservations).not.toHaveBeenCalled();
    now += 60_000;
    connected(70);
    await outbox.settled();
    expect(written()).toMatchObject([
      { observations: [], servers: [{ answeredAt: at(70) }] },
    ]);
  });

  it('tells nothing of what a server confirms anyway', async () => {
    report(1);
    connected(1);
    await outbox.settled();
    onSaid.mockClear();
    report(10);
    await outbox.settled();
    expect(onSaid).not.toHaveBeenCalled();
  });

  it('tells at once, and stores again now and then, what no server confirms', async () => {
    report(1);
    await outbox.settled();
    report(10);
    expect(onSaid).toHaveBeenCalledTimes(2);
    now += 60_000;
    report(70);
    await outbox.settled();
    expect(written()[1].observations).toMatchObject([{ observedAt: at(70) }]);
  });

  it('tells of it while the database is away, and stores the latest later', async () => {
    writeObservations.mockRejectedValueOnce(new Error('away'));
    report(1);
    await outbox.settled();
    expect(onSaid).toHaveBeenCalledTimes(1);
    sink.report(observation([{ id: 'a', health: 'Missing' }]));
    await outbox.settled();
    expect(written().at(-1)?.observations).toMatchObject([
      { checks: [{ health: 'Missing' }] },
    ]);
  });

  it('does not believe what is said for a lease that was lost', async () => {
    writeObservations.mockResolvedValue([lease]);
    report(1);
    await outbox.settled();
    expect(onSaid).toHaveBeenCalledWith([]);
    expect(onLost).toHaveBeenCalledWith(lease);
  });

  it('drops what comes after a lease was given up', async () => {
    report(1);
    outbox.close(lease);
    report(2);
    await outbox.settled();
    expect(writeObservations).not.toHaveBeenCalled();
    expect(onSaid).not.toHaveBeenCalled();
  });

  it('remembers from the replica before when a server last answered', async () => {
    sink = outbox.open({
      lease,
      source: 'kubernetes',
      answeredAt: new Map([['devnet', at(0)]]),
    });
    sink.reportConnectivity(
      { server: 'devnet', connected: false, observedAt: at(9) },
      [],
    );
    await outbox.settled();
    expect(written()[0].servers).toMatchObject([{ answeredAt: at(0) }]);
  });
});
