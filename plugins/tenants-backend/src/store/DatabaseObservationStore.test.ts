import { Knex } from 'knex';
import { Readable } from 'node:stream';
import { ServerState } from '../collector';
import { Lease } from '../leases';
import { observation } from '../status/__testUtils__';
import { createEngineStore, EngineStore } from './EngineStore';
import {
  ObservationBatch,
  ReadSinceOptions,
  StoredObservation,
} from './ObservationStore';
import { testDatabases } from './__testUtils__';

jest.setTimeout(60_000);

const databases = testDatabases();
const unit = 'source/kubernetes/devnet';
const server: ServerState = {
  source: 'kubernetes',
  server: 'devnet',
  connected: true,
  observedAt: '2026-01-01T12:00:00.000Z',
  affected: ['acme-01/devnet'],
};

describe.each(databases.supported)('DatabaseObservationStore on %s', id => {
  let knex: Knex;
  let store: EngineStore;
  let lease: Lease;

  beforeEach(async () => {
    knex = await databases.open(id);
    store = createEngineStore(knex);
    lease = (await store.leases.claim(unit, undefined, 'one'))!;
  });

  const write = (
    batch: Partial<ObservationBatch> = {},
    by: Lease = lease,
  ): Promise<Lease[]> =>
    store.observations.writeObservations([
      {
        lease: by,
        source: 'kubernetes',
        observations: [observation([])],
        servers: [],
        ...batch,
      },
    ]);

  const readObservations = (
    options: ReadSinceOptions,
  ): Promise<StoredObservation[]> =>
    Readable.from(store.observations.readObservations(options)).toArray();

  it('keeps the last observation of each source and tenant environment', async () => {
    const other = observation([], { tenant: 'globex-01' });
    await write({ observations: [observation([]), other] });
    const later = observation([{ id: 'a', health: 'Healthy' }]);
    await write({ observations: [later] });
    const stored = await readObservations({ version: 0 });
    expect(stored).toHaveLength(2);
    expect(stored).toEqual(
      expect.arrayContaining([
        { source: 'kubernetes', observation: later },
        { source: 'kubernetes', observation: other },
      ]),
    );
  });

  it('answers what is newer than a version, and not what one wrote oneself', async () => {
    await write();
    const { observations: version } = await store.versions();
    const later = observation([], { tenant: 'globex-01' });
    await write({ observations: [later], servers: [server] });
    const news = await readObservations({ version });
    expect(news).toEqual([{ source: 'kubernetes', observation: later }]);
    expect(await readObservations({ version, except: 'one' })).toEqual([]);
    expect(
      await store.observations.readServers({ version: 0, except: 'two' }),
    ).toEqual([server]);
  });

  it('counts a version only for what was written', async () => {
    await write({ observations: [], servers: [server] });
    expect(await store.versions()).toEqual({
      observations: 0,
      servers: 1,
      statuses: 0,
    });
  });

  it('stores nothing for a lease that another replica has taken', async () => {
    await store.leases.claim(unit, lease, 'two');
    expect(await write()).toEqual([lease]);
    expect(await readObservations({ version: 0 })).toEqual([]);
  });

  it('stores for the leases that are held, whatever became of others', async () => {
    const hub = (await store.leases.claim(
      'source/argocd/hub',
      undefined,
      'one',
    ))!;
    await store.leases.claim(unit, lease, 'two');
    const batch = {
      source: 'argocd',
      observations: [observation([])],
      servers: [],
    };
    const lost = await store.observations.writeObservations([
      { ...batch, lease },
      { ...batch, lease: hub },
    ]);
    expect(lost).toEqual([lease]);
    expect(await readObservations({ version: 0 })).toHaveLength(1);
  });

  it('does not let a lease be taken while something is written for it', async () => {
    const observations = Array.from({ length: 300 }, (_, index) =>
      observation([], { tenant: `tenant-${index}` }),
    );
    const [lost, taken] = await Promise.all([
      write({ observations }),
      store.leases.claim(unit, lease, 'two'),
    ]);
    const stored = await readObservations({ version: 0 });
    expect(taken).toMatchObject({ holder: 'two' });
    expect(stored).toHaveLength(lost.length === 0 ? 300 : 0);
  });

  it('forgets what is not known any more', async () => {
    const other = observation([], { tenant: 'globex-01' });
    await write({ observations: [observation([]), other] });
    await store.observations.retainObservations(
      ({ tenant }) => tenant === 'globex-01',
    );
    expect(await readObservations({ version: 0 })).toEqual([
      { source: 'kubernetes', observation: other },
    ]);
  });
});
