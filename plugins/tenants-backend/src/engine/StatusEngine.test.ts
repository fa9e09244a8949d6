import { Knex } from 'knex';
import { setTimeout as delay } from 'node:timers/promises';
import { testDatabases } from '../store/__testUtils__';
import { createEngineStore } from '../store';
import { TestReplica, TestReplicaOptions, World } from './__testUtils__';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.supported)('StatusEngine on %s', id => {
  let knex: Knex;
  let world: World;
  let time: number;
  let replicas: TestReplica[];

  beforeEach(async () => {
    knex = await databases.open(id);
    world = new World();
    time = 0;
    replicas = [];
  });

  afterEach(async () => {
    replicas.forEach(({ faults }) => faults.mend());
    await Promise.all(replicas.map(({ engine }) => engine.stop()));
  });

  async function start(
    name: string,
    options: Partial<TestReplicaOptions> = {},
  ): Promise<TestReplica> {
    const replica = await TestReplica.start({
      name,
      knex,
      sources: [world.source('kubernetes'), world.source('certificates')],
      clock: () => time,
      ...options,
    });
    replicas.push(replica);
    return replica;
  }

  async function eventually(expectation: () => void | Promise<void>) {
    const deadline = Date.now() + 5_000;
    for (;;) {
      try {
        await expectation();
        return;
      } catch (error) {
        if (Date.now() > deadline) {
          throw error;
        }
        await delay(5);
      }
    }
  }

  /** Lets seconds pass for the leases, with a few beats in each. */
  async function pass(seconds: number) {
    for (let second = 0; second < seconds; second++) {
      time += 1_000;
      await delay(20);
    }
  }

  const timeline = async (tenant = 'acme-01') => {
    const { statuses } = createEngineStore(knex);
    const events = await statuses.readTimeline({ tenant, limit: 50 });
    return events.map(({ message }) => message.split('.')[0]).reverse();
  };
  const holders = async () => {
    const rows = await knex('tenant_leases').select('unit', 'holder');
    return Object.fromEntries(rows.map(({ unit, holder }) => [unit, holder]));
  };

  it('observes each server in one replica, and serves what was found in all of them', async () => {
    const one = await start('one');
    const two = await start('two');
    world.set('acme-01', 'Degraded');
    await eventually(() => {
      expect(one.healthOf('acme-01')).toBe('Degraded');
      expect(two.healthOf('acme-01')).toBe('Degraded');
      expect(two.healthOf('globex-01')).toBe('Healthy');
    });
    await eventually(() =>
      expect([...world.observed].sort()).toEqual([
        'certificates/devnet',
        'kubernetes/devnet',
      ]),
    );
    expect(one.signals).toHaveBeenCalled();
    expect(two.signals).toHaveBeenCalled();
  });

  it('divides the work fairly, and hands it over at once when a replica ends', async () => {
    const one = await start('one');
    await eventually(() => expect(world.observed).toHaveLength(2));
    const two = await start('two');
    await eventually(async () => {
      const held = Object.values(await holders());
      expect(held.filter(holder => holder === 'two')).toHaveLength(1);
      expect(held.filter(holder => holder === 'one')).toHaveLength(2);
    });
    await one.engine.stop();
    await eventually(async () =>
      expect(Object.values(await holders())).toEqual(['two', 'two', 'two']),
    );
    world.set('acme-01', 'Degraded');
    await eventually(() => expect(two.healthOf('acme-01')).toBe('Degraded'));
  });

  it('takes over from a replica that was killed, with every check and without a second event', async () => {
    const one = await start('one');
    await eventually(() => expect(one.healthOf('acme-01')).toBe('Healthy'));
    world.set('acme-01', 'Degraded');
    await eventually(async () =>
      expect(await timeline()).toEqual([
        'First seen Healthy',
        'Health went from Healthy to Degraded',
      ]),
    );
    const checks = one.checksOf('acme-01');
    const two = await start('two');
    await eventually(() => expect(two.healthOf('acme-01')).toBe('Degraded'));

    one.faults.hang();
    await pass(14);
    expect(Object.values(await holders())).toContain('one');
    await pass(16);
    expect(Object.values(await holders())).toEqual(['two', 'two', 'two']);
    expect(two.checksOf('acme-01')).toEqual(checks);
    world.set('acme-01', 'Healthy');
    await eventually(() => expect(two.healthOf('acme-01')).toBe('Healthy'));
    await eventually(async () =>
      expect(await timeline()).toEqual([
        'First seen Healthy',
        'Health went from Healthy to Degraded',
        'Health went from Degraded to Healthy',
      ]),
    );
  });

  it('fences off a replica that comes back after it was taken for dead', async () => {
    const one = await start('one');
    await eventually(() => expect(one.healthOf('acme-01')).toBe('Healthy'));
    const two = await start('two');
    await eventually(async () =>
      expect(Object.values(await holders())).toContain('two'),
    );
    one.faults.hang();
    // Both see the change; what the first wants to write of it waits.
    world.set('acme-01', 'Degraded');
    await pass(30);
    await eventually(() => expect(two.healthOf('acme-01')).toBe('Degraded'));
    world.set('globex-01', 'Degraded');
    await eventually(() => expect(two.healthOf('globex-01')).toBe('Degraded'));

    one.faults.mend();
    await eventually(() => {
      expect(one.healthOf('acme-01')).toBe('Degraded');
      expect(one.healthOf('globex-01')).toBe('Degraded');
    });
    await eventually(() => expect(world.observed).toHaveLength(2));
    expect(await timeline()).toEqual([
      'First seen Healthy',
      'Health went from Healthy to Degraded',
    ]);
    // A tenant that is observed before it is looked at is not seen for the first time.
    const told = await timeline('globex-01');
    expect(told.filter(message => !message.startsWith('First'))).toEqual([
      'Health went from Healthy to Degraded',
    ]);
  });

  it('goes on from memory while the database is away, and stores it all afterwards', async () => {
    const one = await start('one');
    await eventually(async () =>
      expect(await timeline()).toEqual(['First seen Healthy']),
    );
    one.faults.fail();
    world.set('acme-01', 'Degraded');
    await eventually(() => expect(one.healthOf('acme-01')).toBe('Degraded'));
    world.set('globex-01', 'Missing');
    await eventually(() => expect(one.healthOf('globex-01')).toBe('Missing'));
    await pass(60);
    expect(world.observed).toHaveLength(2);
    expect(await timeline()).toEqual(['First seen Healthy']);

    one.faults.mend();
    await eventually(async () => {
      expect(await timeline()).toEqual([
        'First seen Healthy',
        'Health went from Healthy to Degraded',
      ]);
      expect(await timeline('globex-01')).toHaveLength(2);
    });
    expect(world.observed).toHaveLength(2);
  });

  it('does not take over from the others because the database was away for all', async () => {
    const one = await start('one');
    await eventually(() => expect(one.healthOf('acme-01')).toBe('Healthy'));
    const two = await start('two');
    await eventually(async () =>
      expect(Object.values(await holders())).toContain('two'),
    );
    const leases = () => knex('tenant_leases').select().orderBy('unit');
    const before = await leases();
    [one, two].forEach(({ faults }) => faults.fail());
    await pass(60);
    one.faults.mend();
    await pass(5);
    two.faults.mend();
    await pass(5);
    expect(await leases()).toEqual(before);
  });

  it('stores nothing twice when the answer of the database gets lost', async () => {
    const one = await start('one');
    await eventually(async () =>
      expect(await timeline()).toEqual(['First seen Healthy']),
    );
    one.faults.deafen();
    world.set('acme-01', 'Degraded');
    await eventually(async () => expect(await timeline()).toHaveLength(2));
    await delay(50);
    one.faults.mend();
    world.set('acme-01', 'Healthy');
    await eventually(async () => expect(await timeline()).toHaveLength(3));
    await delay(50);
    expect(await timeline()).toHaveLength(3);
  });

  it('serves after a restart what was known, with its age, and not for ever', async () => {
    const one = await start('one');
    world.set('acme-01', 'Degraded');
    await eventually(async () => expect(await timeline()).toHaveLength(1));
    const known = one.engine.confirmedStatusOf('acme-01/devnet')!;
    await one.engine.stop();

    const silent = {
      ...world.source('kubernetes'),
      run: ({ signal }: { signal: AbortSignal }) =>
        new Promise<void>(resolve =>
          signal.addEventListener('abort', () => resolve()),
        ),
    };
    const two = await start('two', { sources: [silent], staleAfterMs: 400 });
    const restored = two.engine.confirmedStatusOf('acme-01/devnet')!;
    expect(restored).toMatchObject({
      health: 'Degraded',
      observedAt: known.observedAt,
      since: known.since,
    });
    await eventually(async () => {
      await two.engine.timePasses();
      const status = two.engine.confirmedStatusOf('acme-01/devnet')!;
      expect(status.components[0].checks[0]).toMatchObject({
        health: 'Unknown',
        reason: 'Stale',
        lastKnown: { health: 'Degraded' },
      });
    });
  });
});
