import { Lease } from '../leases';
import { DatabaseLeaseStore } from '../store';
import { testDatabases } from '../store/__testUtils__';
import { NotifierWorld, operators } from './__testUtils__';
import { DatabaseIncidentStore } from './DatabaseIncidentStore';

jest.setTimeout(60_000);

const owner = 'group:default/acme-01';
const acme = 'The acme-01 company (acme-01) in devnet';

const databases = testDatabases();

describe.each(databases.supported)('Notifier on %s', id => {
  let world: NotifierWorld;
  let store: DatabaseIncidentStore;
  let leases: DatabaseLeaseStore;
  let lease: Lease;

  beforeEach(async () => {
    const knex = await databases.open(id);
    store = new DatabaseIncidentStore(knex);
    leases = new DatabaseLeaseStore(knex);
    lease = (await leases.claim('assembly', undefined, 'one'))!;
    world = new NotifierWorld('acme-01', 'globex-01');
  });

  /** Lets time pass, with a run of a notifier that was just started each minute. */
  async function run(minutes: number) {
    for (let minute = 0; minute < minutes; minute++) {
      world.pass(1);
      await world.notifier(store, lease).runOnce();
    }
  }

  it('tells the owner and the operators once of what stays broken, across restarts', async () => {
    await run(1);
    world.set('acme-01', 'Degraded', 'Pod participant-0 on node-7 crashes.');
    await run(1);
    expect(world.told()).toEqual([]);
    await run(1);
    const [[toOwner], [toOperators]] = world.send.mock.calls;
    expect(toOwner).toMatchObject({
      recipients: { type: 'entity', entityRef: [owner] },
      payload: {
        title: `${acme} is Degraded`,
        severity: 'high',
        topic: 'tenant-health',
        link: '/tenants/acme-01?environment=devnet',
      },
    });
    expect(JSON.stringify(toOwner)).not.toContain('node-7');
    expect(toOperators).toMatchObject({
      recipients: { entityRef: [operators] },
      payload: {
        description: 'Pod participant-0 on node-7 crashes.',
        scope: toOwner.payload.scope,
      },
    });
    world.told();
    await run(120);
    expect(world.told()).toEqual([]);
  });

  it('tells the same people in the same place once it is well again', async () => {
    world.set('acme-01', 'Missing');
    await run(2);
    const { scope } = world.send.mock.calls[0][0].payload;
    world.told();
    world.set('acme-01', 'Progressing');
    await run(30);
    world.set('acme-01', 'Healthy');
    await run(5);
    expect(world.told()).toEqual([]);
    await run(1);
    expect(world.send.mock.calls[0][0].payload.scope).toBe(scope);
    expect(world.told()).toEqual([
      `${owner}: ${acme} is well again`,
      `${operators}: ${acme} is well again`,
    ]);
    await run(60);
    expect(world.told()).toEqual([]);
    expect(await store.readIncidents()).toEqual(new Map());
  });

  it('says nothing of what comes and goes within a moment', async () => {
    world.set('acme-01', 'Degraded');
    await run(1);
    world.set('acme-01', 'Healthy');
    await run(20);
    expect(world.told()).toEqual([]);
  });

  it('makes one incident of what flaps', async () => {
    for (let round = 0; round < 60; round++) {
      world.set('acme-01', round % 2 ? 'Healthy' : 'Degraded');
      await run(2);
    }
    expect(world.told()).toEqual([
      `${owner}: ${acme} is Degraded`,
      `${operators}: ${acme} is Degraded`,
    ]);
  });

  it('tells of slow flapping at most once in the interval, and loses nothing', async () => {
    world.set('acme-01', 'Degraded');
    await run(2);
    world.set('acme-01', 'Healthy');
    await run(6);
    expect(world.told()).toHaveLength(4);
    world.set('acme-01', 'Degraded');
    await run(10);
    expect(world.told()).toEqual([]);
    await run(15);
    expect(world.told()).toHaveLength(2);
  });

  it('waits longer before it tells of what is unknown, and tells again when it breaks', async () => {
    world.set('acme-01', 'Unknown');
    await run(9);
    expect(world.told()).toEqual([]);
    await run(2);
    expect(world.told()).toEqual([
      `${owner}: ${acme} is Unknown`,
      `${operators}: ${acme} is Unknown`,
    ]);
    world.set('acme-01', 'Degraded');
    await run(3);
    expect(world.told()).toHaveLength(2);
    world.set('acme-01', 'Unknown');
    await run(30);
    expect(world.told()).toEqual([]);
  });

  it('tells operators once of a lost cluster, and each owner of its own', async () => {
    world.setCluster(false);
    world.set('acme-01', 'Unknown');
    world.set('globex-01', 'Unknown');
    await run(12);
    const payloads = world.send.mock.calls.map(([{ payload }]) => payload);
    expect(payloads).toContainEqual(
      expect.objectContaining({
        description:
          'It hides the state of 2 tenants. The connection was refused.',
        severity: 'critical',
        link: '/tenants?cluster=devnet',
      }),
    );
    expect(world.told()).toEqual([
      `${owner}: ${acme} is Unknown`,
      'group:default/globex-01: The globex-01 company (globex-01) in devnet is Unknown',
      `${operators}: Cluster devnet cannot be observed`,
    ]);
    world.setCluster(true);
    world.set('acme-01', 'Healthy');
    world.set('globex-01', 'Healthy');
    await run(10);
    expect(world.told()).toEqual([
      `${operators}: Cluster devnet can be observed again`,
      `${owner}: ${acme} is well again`,
      'group:default/globex-01: The globex-01 company (globex-01) in devnet is well again',
    ]);
  });

  it('tells operators once of many that break at once, and each owner of its own', async () => {
    const many = ['a-01', 'b-01', 'c-01', 'd-01', 'e-01', 'f-01'];
    const owners = (what: string, tenants = many) =>
      tenants.map(
        tenant =>
          `group:default/${tenant}: The ${tenant} company (${tenant}) in devnet is ${what}`,
      );
    world = new NotifierWorld(...many);
    many.slice(0, 5).forEach(tenant => world.set(tenant, 'Degraded'));
    await run(1);
    world.set('f-01', 'Missing');
    await run(1);
    const { scope, ...payload } = world.send.mock.calls.at(-1)![0].payload;
    expect(payload).toEqual({
      topic: 'tenant-health',
      link: '/tenants?cluster=devnet',
      title: '5 tenant environments became unwell at once',
      description:
        'a-01 in devnet, b-01 in devnet, c-01 in devnet, d-01 in devnet, e-01 in devnet. Look first for what they share: a node, the network, the storage, a change of the platform.',
      severity: 'high',
    });
    expect(world.told()).toEqual([
      ...owners('Degraded', many.slice(0, 5)),
      `${operators}: 5 tenant environments became unwell at once`,
    ]);
    await run(1);
    expect(world.send.mock.calls.at(-1)![0].payload.scope).toBe(scope);
    expect(world.told()).toEqual([
      ...owners('Missing', ['f-01']),
      `${operators}: 6 tenant environments became unwell at once`,
    ]);

    many.slice(1).forEach(tenant => world.set(tenant, 'Healthy'));
    await run(10);
    expect(world.told()).toEqual(owners('well again', many.slice(1)));
    world.set('a-01', 'Healthy');
    await run(6);
    expect(world.send.mock.calls.at(-1)![0].payload.scope).toBe(scope);
    expect(world.told()).toEqual([
      ...owners('well again', ['a-01']),
      `${operators}: What became unwell at once is well again`,
    ]);
  });

  it('tells operators of each when few break at once, or one after the other', async () => {
    const few = ['a-01', 'b-01', 'c-01', 'd-01', 'e-01'];
    world = new NotifierWorld(...few);
    for (const tenant of few) {
      world.set(tenant, 'Degraded');
      await run(3);
    }
    expect(
      world.told().filter(news => news.startsWith(operators)),
    ).toHaveLength(5);
  });

  it('tells operators of all together again when that was not taken', async () => {
    const many = ['a-01', 'b-01', 'c-01', 'd-01'];
    world = new NotifierWorld(...many);
    many.forEach(tenant => world.set(tenant, 'Degraded'));
    world.send.mockImplementation(async ({ recipients }) => {
      if (JSON.stringify(recipients).includes(operators)) {
        throw new Error('away');
      }
    });
    await run(2);
    const { scope } = world.send.mock.calls.at(-1)![0].payload;
    world.told();
    world.send.mockResolvedValue(undefined);
    await run(1);
    expect(world.send.mock.calls.at(-1)![0].payload.scope).toBe(scope);
    expect(world.told()).toHaveLength(5);
    await run(5);
    expect(world.told()).toEqual([]);
  });

  it('tells operators of what is still unknown when the cluster is back', async () => {
    world.setCluster(false);
    world.set('acme-01', 'Unknown');
    await run(12);
    world.told();
    world.setCluster(true);
    await run(8);
    expect(world.told()).toEqual([
      `${operators}: Cluster devnet can be observed again`,
      `${owner}: ${acme} is Unknown`,
      `${operators}: ${acme} is Unknown`,
    ]);
  });

  it('tries again until the notifications plugin takes it, and complains once', async () => {
    world.send.mockRejectedValue(new Error('away'));
    world.set('acme-01', 'Degraded');
    const notifier = world.notifier(store, lease);
    for (let minute = 0; minute < 5; minute++) {
      world.pass(1);
      await notifier.runOnce();
    }
    expect(world.logger.warn).toHaveBeenCalledTimes(1);
    world.told();
    world.send.mockResolvedValue(undefined);
    await run(3);
    expect(world.told()).toHaveLength(2);
  });

  it('gives up on a notifications plugin that hangs, until the next run', async () => {
    world.set('acme-01', 'Degraded');
    await run(1);
    world.send.mockReturnValueOnce(new Promise(() => undefined));
    await run(1);
    expect(world.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('has not answered within 50 ms'),
    );
    world.told();
    await run(1);
    expect(world.told()).toHaveLength(2);
  });

  it('leaves it to the replica that puts the statuses together', async () => {
    world.set('acme-01', 'Degraded');
    await run(1);
    world.pass(5);
    await world.notifier(store, undefined).runOnce();
    expect(world.told()).toEqual([]);
    await leases.claim('assembly', lease, 'two');
    await world.notifier(store, lease).runOnce();
    expect(world.told()).toEqual([]);
  });

  it('does nothing when it is switched off', async () => {
    world.set('acme-01', 'Degraded');
    world.pass(5);
    await world.notifier(store, lease, { enabled: false }).runOnce();
    expect(await store.readIncidents()).toEqual(new Map());
  });
});
