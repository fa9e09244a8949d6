import { mockServices } from '@backstage/backend-test-utils';
import { parseRegistry, RegistryReader } from '@tenantry/plugin-tenants-node';
import { registryFiles } from '../__testUtils__';
import { RegistryView } from '../registry/RegistryView';
import { NewTimelineEvent } from '../status';
import { StatusStore } from '../store';
import { ObservationBoard } from './ObservationBoard';
import { StatusCollector } from './StatusCollector';

const acme = { tenant: 'acme-01', environment: 'devnet' };
const globex = { tenant: 'globex-01', environment: 'devnet' };
const startedAt = new Date('2026-01-01T00:00:00.000Z');

describe('StatusCollector', () => {
  const write = jest.fn<Promise<void>, Parameters<StatusStore['write']>>();
  const store = {
    readStatuses: jest.fn(),
    write,
    forgetEnvironment: jest.fn(),
    forgetTenant: jest.fn(),
    readTimeline: jest.fn(),
    pruneTimeline: jest.fn(),
  } satisfies StatusStore;
  const onStored = jest.fn();
  let now: Date;
  let files: ReturnType<typeof registryFiles>;
  let registry: RegistryView;
  let board: ObservationBoard;
  let collector: StatusCollector;
  let controller: AbortController;

  beforeEach(async () => {
    jest.resetAllMocks();
    store.readStatuses.mockResolvedValue([]);
    now = startedAt;
    files = registryFiles('acme-01', 'globex-01');
    const read: RegistryReader['read'] = async () => ({
      registry: parseRegistry(files),
      etag: '',
    });
    registry = new RegistryView({
      reader: { url: 'https://forge.example.com/', read },
      logger: mockServices.logger.mock(),
    });
    await registry.refresh();
    controller = new AbortController();
    await start();
  });

  afterEach(() => controller.abort());

  async function start() {
    board = new ObservationBoard({ sources: ['kubernetes'], startedAt: now });
    collector = new StatusCollector({
      registry,
      board,
      store,
      onStored,
      logger: mockServices.logger.mock(),
      staleAfterMs: 5 * 60_000,
      now: () => now,
      coalesceMs: 1,
    });
    await collector.start(controller.signal);
    await collector.settled();
  }

  async function report(health: 'Healthy' | 'Degraded', place = acme) {
    board.sinkOf('kubernetes').report({
      ...place,
      observedAt: now.toISOString(),
      checks: [
        {
          id: 'deployment/participant',
          object: 'Deployment/participant',
          health,
        },
      ],
    });
    await collector.settled();
  }

  const written = () => write.mock.calls.at(-1)![0];
  const events = () =>
    write.mock.calls.flatMap(([batch]) => batch.events as NewTimelineEvent[]);

  it('has a status for each tenant environment of the registry at once', () => {
    expect(collector.statusOf(acme)?.health).toBe('Unknown');
    expect(collector.statusOf(globex)?.health).toBe('Unknown');
    expect(written().statuses).toHaveLength(2);
  });

  it('stores what a report changes, with what happened, and tells that it has', async () => {
    onStored.mockClear();
    await report('Healthy');
    expect(collector.statusOf(acme)?.health).toBe('Healthy');
    expect(written().statuses).toMatchObject([acme]);
    expect(events()).toMatchObject([{ ...acme, health: 'Healthy' }]);
    expect(onStored).toHaveBeenCalledTimes(1);
  });

  it('writes nothing when nothing has changed but the time', async () => {
    await report('Healthy');
    write.mockClear();
    now = new Date(now.getTime() + 60_000);
    await report('Healthy');
    collector.refresh();
    await collector.settled();
    expect(write).not.toHaveBeenCalled();
    expect(collector.statusOf(acme)?.observedAt).toBe(now.toISOString());
  });

  it('stores a mere confirmation now and then', async () => {
    await report('Healthy');
    write.mockClear();
    now = new Date(now.getTime() + 6 * 60_000);
    await report('Healthy');
    expect(written().statuses[0].observedAt).toBe(now.toISOString());
  });

  it('writes reports that come together at once', async () => {
    write.mockClear();
    await Promise.all([report('Healthy'), report('Healthy', globex)]);
    expect(write).toHaveBeenCalledTimes(1);
    expect(written().statuses).toHaveLength(2);
  });

  it('serves what it could not store, and stores it later without losing events', async () => {
    write.mockRejectedValueOnce(new Error('database is locked'));
    onStored.mockClear();
    await report('Degraded');
    expect(collector.statusOf(acme)?.health).toBe('Degraded');
    expect(onStored).not.toHaveBeenCalled();

    write.mockClear();
    collector.refresh();
    await collector.settled();
    expect(written().statuses).toMatchObject([{ ...acme, health: 'Degraded' }]);
    expect(events()).toMatchObject([{ health: 'Degraded' }]);
  });

  it('turns Unknown what nobody confirms any more', async () => {
    await report('Healthy');
    now = new Date(now.getTime() + 6 * 60_000);
    collector.refresh();
    expect(collector.statusOf(acme)).toMatchObject({
      health: 'Unknown',
      reason: 'Stale',
    });
  });

  it('serves the stored status after a restart until its sources report', async () => {
    await report('Healthy');
    const before = collector.statusOf(acme)!;
    store.readStatuses.mockResolvedValue([before]);
    now = new Date(now.getTime() + 3_600_000);
    await start();
    expect(collector.statusOf(acme)).toEqual(before);

    await report('Healthy');
    expect(collector.statusOf(acme)).toMatchObject({
      since: before.since,
      observedAt: now.toISOString(),
    });
  });

  it('does not take the status of another tenant for its own', async () => {
    await report('Healthy');
    const foreign = {
      ...collector.statusOf(acme)!,
      tenant: 'acme',
      environment: '01-devnet',
    };
    store.readStatuses.mockResolvedValue([foreign]);
    await start();
    expect(collector.statusOf(acme)?.health).toBe('Unknown');
    expect(store.forgetTenant).toHaveBeenCalledWith('acme');
  });

  describe('when the registry changes', () => {
    const without = (path: string) =>
      files.filter(file => !file.path.startsWith(path));

    it('forgets a tenant that is gone', async () => {
      files = without('clients/acme-01/');
      await registry.refresh();
      await collector.settled();
      expect(collector.statusOf(acme)).toBeUndefined();
      expect(store.forgetTenant).toHaveBeenCalledWith('acme-01');
      expect(store.forgetTenant).toHaveBeenCalledTimes(1);
    });

    it('keeps the timeline of a tenant that lost an environment', async () => {
      files = without('clients/acme-01/devnet/');
      await registry.refresh();
      await collector.settled();
      expect(store.forgetEnvironment).toHaveBeenCalledWith('acme-01', 'devnet');
      expect(store.forgetTenant).not.toHaveBeenCalled();
    });

    it('keeps the timeline of a tenant whose descriptor is merely broken', async () => {
      files = [
        ...without('clients/acme-01/client.yaml'),
        { path: 'clients/acme-01/client.yaml', content: 'kind: Tenant' },
      ];
      await registry.refresh();
      await collector.settled();
      expect(collector.statusOf(acme)).toBeUndefined();
      expect(store.forgetTenant).not.toHaveBeenCalled();
    });
  });
});
