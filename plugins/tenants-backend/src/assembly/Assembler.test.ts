import { mockServices } from '@backstage/backend-test-utils';
import { TenantEnvironmentDetails } from '@tenantry/plugin-tenants-common';
import {
  ObservedCheck,
  parseRegistry,
  RegistryReader,
} from '@tenantry/plugin-tenants-node';
import { registryFiles } from '../__testUtils__';
import { ServerBook } from '../collector';
import { Lease, LeaseLostError } from '../leases';
import { RegistryView } from '../registry/RegistryView';
import { StatusBook } from '../statuses';
import { StatusStore } from '../store';
import { Assembler } from './Assembler';
import { ObservationBoard } from './ObservationBoard';
import { StatusWriter } from './StatusWriter';

const acme = { tenant: 'acme-01', environment: 'devnet' };
const globex = { tenant: 'globex-01', environment: 'devnet' };
const lease: Lease = { unit: 'assembly', holder: 'one', epoch: 1 };
const startedAt = new Date('2026-01-01T00:00:00.000Z');

describe('Assembler', () => {
  const writeStatuses = jest.fn<
    ReturnType<StatusStore['writeStatuses']>,
    Parameters<StatusStore['writeStatuses']>
  >();
  const store = {
    writeStatuses,
    forgetEnvironment: jest.fn(),
    forgetTenant: jest.fn(),
  };
  const metrics = {
    assembled: jest.fn(),
    written: jest.fn(),
    chartsRead: jest.fn(),
    denied: jest.fn(),
  };
  const logger = mockServices.logger.mock();
  const onChanged = jest.fn();
  const onLost = jest.fn();
  let now: Date;
  let files: ReturnType<typeof registryFiles>;
  let registry: RegistryView;
  let book: StatusBook;
  let board: ObservationBoard;
  let assembler: Assembler;

  beforeEach(async () => {
    jest.resetAllMocks();
    now = startedAt;
    files = registryFiles('acme-01', 'globex-01');
    const read: RegistryReader['read'] = async () => ({
      registry: parseRegistry(files),
      etag: '',
    });
    registry = new RegistryView({
      reader: { url: 'https://forge.example.com/', read },
      logger,
    });
    await registry.refresh();
    book = new StatusBook();
    await start();
  });

  afterEach(() => assembler.stop());

  async function start(load = () => {}) {
    const servers = new ServerBook();
    board = new ObservationBoard({
      sources: [{ id: 'kubernetes' }],
      servers,
      startedAt: now,
    });
    const common = { logger, metrics };
    assembler = new Assembler({
      ...common,
      registry,
      board,
      book,
      servers,
      store,
      writer: new StatusWriter({
        ...common,
        lease,
        store,
        onChanged,
        onLost,
        retryMs: 60_000,
      }),
      staleAfterMs: 5 * 60_000,
      runbookUrl: () => undefined,
      now: () => now,
      coalesceMs: 1,
    });
    load();
    await refresh();
  }

  async function refresh() {
    assembler.refresh();
    await assembler.settled();
  }

  /** What the source says, without telling anybody that it has. */
  function put(
    health: 'Healthy' | 'Progressing' | 'Degraded',
    place = acme,
    others: ObservedCheck[] = [],
  ) {
    const observedAt = now.toISOString();
    board.put(
      'kubernetes',
      {
        ...place,
        observedAt,
        checks: [
          {
            id: 'deployment/participant',
            object: 'Deployment/participant',
            health,
          },
          ...others,
        ],
      },
      observedAt,
    );
  }

  async function report(...said: Parameters<typeof put>) {
    const [, place = acme] = said;
    put(...said);
    assembler.assembleSoon([`${place.tenant}/${place.environment}`]);
    await assembler.settled();
  }

  const statusOf = ({ tenant, environment }: typeof acme) =>
    book.get(`${tenant}/${environment}`);
  const written = () => writeStatuses.mock.calls.at(-1)![0];
  const events = () =>
    writeStatuses.mock.calls.flatMap(([batch]) => [...batch.events]);
  const passMinutes = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
  };

  it('has a status for each tenant environment of the registry at once', () => {
    expect(statusOf(acme)?.health).toBe('Unknown');
    expect(statusOf(globex)?.health).toBe('Unknown');
    expect(written()).toMatchObject({ lease, statuses: [acme, globex] });
  });

  it('stores what a report changes, with what happened, and tells that it has', async () => {
    onChanged.mockClear();
    await report('Healthy');
    expect(statusOf(acme)?.health).toBe('Healthy');
    expect(written().statuses).toMatchObject([acme]);
    expect(events()).toMatchObject([
      { key: expect.any(String), event: { ...acme, health: 'Healthy' } },
    ]);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('writes nothing when nothing has changed but the time, and keeps the status', async () => {
    await report('Healthy');
    const before = statusOf(acme);
    writeStatuses.mockClear();
    passMinutes(1);
    await report('Healthy');
    await refresh();
    expect(writeStatuses).not.toHaveBeenCalled();
    expect(statusOf(acme)).toBe(before);
  });

  it('stores now and then what is only confirmed, and by no server', async () => {
    await report('Healthy');
    passMinutes(2);
    await report('Healthy');
    expect(written().statuses[0].observedAt).toBe(now.toISOString());
  });

  it('serves what it could not store, and stores it later without losing events', async () => {
    writeStatuses.mockRejectedValueOnce(new Error('database is locked'));
    await report('Degraded');
    expect(statusOf(acme)?.health).toBe('Degraded');
    const [failed] = events();
    await report('Healthy', globex);
    expect(written()).toMatchObject({
      statuses: [{ ...acme, health: 'Degraded' }, globex],
      events: [failed, { event: globex }],
    });
  });

  it('stops when another replica has taken the lease', async () => {
    writeStatuses.mockRejectedValueOnce(new LeaseLostError(lease));
    await report('Degraded');
    expect(onLost).toHaveBeenCalledWith(lease);
    writeStatuses.mockClear();
    await report('Healthy');
    expect(writeStatuses).not.toHaveBeenCalled();
  });

  it('turns Unknown what nobody confirms any more', async () => {
    await report('Healthy');
    passMinutes(6);
    await assembler.timePasses();
    await assembler.settled();
    expect(statusOf(acme)).toMatchObject({
      health: 'Unknown',
      reason: 'Stale',
    });
  });

  it('knows again what is confirmed after it was stale, even if nobody says so', async () => {
    await report('Healthy');
    passMinutes(6);
    await assembler.timePasses();
    await assembler.settled();
    expect(statusOf(acme)).toMatchObject({ reason: 'Stale' });
    put('Healthy');
    await assembler.timePasses();
    await assembler.settled();
    expect(statusOf(acme)).toMatchObject({ health: 'Healthy' });
  });

  describe('puts together by the clock', () => {
    const silent: ObservedCheck = {
      id: 'metric/ledger-lag',
      health: 'Unknown',
      reason: 'NotReported',
    };

    async function putTogether() {
      metrics.assembled.mockClear();
      await assembler.timePasses();
      await assembler.settled();
      return metrics.assembled.mock.calls.length;
    }

    it('nothing that only a source can change, however unwell', async () => {
      await report('Healthy');
      await report('Degraded', globex, [silent]);
      expect(await putTogether()).toBe(0);
    });

    it('what waits for a report, until it is given up', async () => {
      await report('Healthy');
      await report('Healthy', globex, [silent]);
      expect(await putTogether()).toBe(1);
      expect(statusOf(globex)).toMatchObject({ health: 'Progressing' });
      passMinutes(2);
      expect(await putTogether()).toBe(1);
      expect(statusOf(globex)).toMatchObject({ health: 'Unknown' });
      expect(await putTogether()).toBe(0);
    });

    it('what is not well, now and then', async () => {
      await report('Healthy');
      await report('Progressing', globex);
      passMinutes(10);
      put('Healthy');
      put('Progressing', globex);
      expect(await putTogether()).toBe(1);
      expect(await putTogether()).toBe(0);
    });

    it('once what falls silent, and once what is heard again', async () => {
      await report('Degraded');
      await report('Degraded', globex);
      passMinutes(6);
      expect(await putTogether()).toBe(2);
      expect(await putTogether()).toBe(0);
      put('Degraded');
      expect(await putTogether()).toBe(1);
      expect(await putTogether()).toBe(0);
    });

    it('again what could not be', async () => {
      const observedAt = now.toISOString();
      const broken = { ...acme, observedAt, checks: [null] };
      board.put('kubernetes', broken as never, observedAt);
      await refresh();
      expect(await putTogether()).toBe(1);
      put('Healthy');
      expect(await putTogether()).toBe(1);
      expect(await putTogether()).toBe(0);
    });
  });

  it('goes on with what it finds, as if it had been there before', async () => {
    await report('Degraded');
    const before = statusOf(acme)!;
    const [known] = board.statesOf(registry.current().get('acme-01-devnet')!);
    passMinutes(60);
    writeStatuses.mockClear();
    await start(() =>
      board.put('kubernetes', known.observation!, now.toISOString()),
    );
    expect(statusOf(acme)).toBe(before);
    expect(writeStatuses).not.toHaveBeenCalled();
    await report('Healthy');
    expect(events()).toMatchObject([{ event: { health: 'Healthy' } }]);
  });

  it('puts the others together when one cannot be', async () => {
    const broken = { ...acme, observedAt: now.toISOString(), checks: [null] };
    board.put('kubernetes', broken as never, broken.observedAt);
    await refresh();
    await report('Healthy', globex);
    expect(statusOf(globex)?.health).toBe('Healthy');
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('acme-01/devnet'),
    );
  });

  describe('when the registry changes', () => {
    const without = (path: string) =>
      files.filter(file => !file.path.startsWith(path));
    const change = async (next: typeof files) => {
      files = next;
      await registry.refresh();
      await refresh();
    };

    it('forgets a tenant that is gone', async () => {
      await change(without('clients/acme-01/'));
      expect(statusOf(acme)).toBeUndefined();
      expect(store.forgetTenant).toHaveBeenCalledWith('acme-01');
      expect(store.forgetTenant).toHaveBeenCalledTimes(1);
    });

    it('keeps the timeline of a tenant that lost an environment', async () => {
      await change(without('clients/acme-01/devnet/'));
      expect(store.forgetEnvironment).toHaveBeenCalledWith('acme-01', 'devnet');
      expect(store.forgetTenant).not.toHaveBeenCalled();
    });

    it('keeps the timeline of a tenant whose descriptor is merely broken', async () => {
      await change([
        ...without('clients/acme-01/client.yaml'),
        { path: 'clients/acme-01/client.yaml', content: 'kind: Tenant' },
      ]);
      expect(statusOf(acme)).toBeUndefined();
      expect(store.forgetTenant).not.toHaveBeenCalled();
    });

    it('does not take the status of another tenant for its own', async () => {
      const foreign: TenantEnvironmentDetails = {
        ...book.details('acme-01/devnet')!,
        tenant: 'acme',
        environment: '01-devnet',
      };
      book.put(foreign);
      await refresh();
      expect(store.forgetTenant).toHaveBeenCalledWith('acme');
      expect(statusOf(acme)).toBeDefined();
    });
  });
});
