import { TenantEnvironmentDetails } from '@tenantry/plugin-tenants-common';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { NewTimelineEvent } from '../status';
import { assemble } from '../status/__testUtils__';
import { Lease } from '../leases';
import { DatabaseLeaseStore } from './DatabaseLeaseStore';
import { DatabaseStatusStore } from './DatabaseStatusStore';
import { StatusStore } from './StatusStore';
import { testDatabases } from './__testUtils__';

jest.setTimeout(60_000);

const databases = testDatabases();
if (!databases.supported.includes('POSTGRES_15')) {
  it.todo(
    'runs on PostgreSQL when BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING is set',
  );
}

function event(
  second: number,
  overrides: Partial<NewTimelineEvent> = {},
): NewTimelineEvent {
  return {
    at: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
    type: 'HealthChanged',
    tenant: 'acme-01',
    environment: 'devnet',
    message: `event ${second}`,
    ...overrides,
  };
}

describe.each(databases.supported)('DatabaseStatusStore on %s', id => {
  let store: StatusStore;
  let leases: DatabaseLeaseStore;
  let lease: Lease;

  beforeEach(async () => {
    const knex = await databases.open(id);
    store = new DatabaseStatusStore(knex);
    leases = new DatabaseLeaseStore(knex);
    lease = (await leases.claim('assembly', undefined, 'one'))!;
  });

  const write = (changes: {
    statuses: TenantEnvironmentDetails[];
    events: NewTimelineEvent[];
  }) =>
    store.writeStatuses({
      ...changes,
      lease,
      events: changes.events.map(happened => ({
        key: randomUUID(),
        event: happened,
      })),
    });

  const messages = async (options = {}) =>
    (
      await store.readTimeline({ tenant: 'acme-01', limit: 10, ...options })
    ).map(({ message }) => message);

  const readStatuses = (version: number): Promise<TenantEnvironmentDetails[]> =>
    Readable.from(store.readStatuses(version)).toArray();

  it('answers only the kinds and the environment that are asked for', async () => {
    const events = [
      event(1, { type: 'AlertFired' }),
      event(2, { environment: 'testnet' }),
      event(3),
      event(4, { type: 'Synced' }),
    ];
    await write({ statuses: [], events });
    expect(await messages({ types: ['AlertFired', 'HealthChanged'] })).toEqual([
      'event 3',
      'event 2',
      'event 1',
    ]);
    expect(await messages({ environment: 'testnet' })).toEqual(['event 2']);
    expect(
      await messages({ types: ['AlertFired'], environment: 'testnet' }),
    ).toEqual([]);
  });

  it('keeps the last status of each tenant environment', async () => {
    const devnet = assemble([]);
    const testnet = { ...devnet, environment: 'testnet' };
    await write({ statuses: [devnet, testnet], events: [] });
    const changed = { ...devnet, health: 'Degraded' as const };
    await write({ statuses: [changed], events: [] });
    const statuses = await readStatuses(0);
    expect(statuses).toHaveLength(2);
    expect(statuses).toEqual(expect.arrayContaining([changed, testnet]));
  });

  it('writes more rows than fit one statement', async () => {
    const statuses = Array.from({ length: 250 }, (_, index) => ({
      ...assemble([]),
      tenant: `tenant-${index}`,
    }));
    await write({ statuses, events: [] });
    const tenants = (await readStatuses(0)).map(({ tenant }) => tenant);
    expect(tenants).toHaveLength(250);
    expect(new Set(tenants).size).toBe(250);
  });

  it('writes all or nothing', async () => {
    const broken = event(1, { tenant: undefined });
    await expect(
      write({ statuses: [assemble([])], events: [broken] }),
    ).rejects.toThrow();
    expect(await readStatuses(0)).toEqual([]);
  });

  it('answers the statuses that are newer than a version', async () => {
    const devnet = assemble([]);
    const version = await write({ statuses: [devnet], events: [] });
    const testnet = { ...devnet, environment: 'testnet' };
    await write({ statuses: [testnet], events: [] });
    expect(await readStatuses(version)).toEqual([testnet]);
  });

  it('writes an event once, however often it is tried', async () => {
    const events = [{ key: randomUUID(), event: event(1) }];
    await store.writeStatuses({ lease, statuses: [], events });
    await store.writeStatuses({ lease, statuses: [], events });
    expect(await messages()).toEqual(['event 1']);
  });

  it('writes nothing for a replica that has lost its lease', async () => {
    await leases.claim('assembly', lease, 'two');
    await expect(
      write({ statuses: [assemble([])], events: [event(1)] }),
    ).rejects.toMatchObject({ name: 'LeaseLostError', lease });
    expect(await readStatuses(0)).toEqual([]);
    expect(await messages()).toEqual([]);
  });

  it('reads a timeline newest first, page by page, equal times included', async () => {
    const events = [event(1), event(2), event(2), event(2), event(3)].map(
      (entry, index) => ({ ...entry, message: `event ${index}` }),
    );
    await write({ statuses: [], events });
    const read: string[] = [];
    let after: { at: string; id: string } | undefined;
    for (let page = 0; page < 3; page++) {
      const items = await store.readTimeline({
        tenant: 'acme-01',
        limit: 2,
        after,
      });
      read.push(...items.map(({ message }) => message));
      after = items.at(-1);
    }
    expect(read).toEqual([
      'event 4',
      'event 3',
      'event 2',
      'event 1',
      'event 0',
    ]);
  });

  it('reads the whole event back', async () => {
    const full = event(1, { health: 'Degraded', revision: 'abc' });
    await write({ statuses: [], events: [full] });
    expect(await store.readTimeline({ tenant: 'acme-01', limit: 1 })).toEqual([
      { id: expect.stringMatching(/^\d+$/), ...full },
    ]);
  });

  it('answers only the asked tenant, and only since the asked time', async () => {
    await write({
      statuses: [],
      events: [event(1), event(2), event(3, { tenant: 'globex-01' })],
    });
    expect(await messages({ since: event(2).at })).toEqual(['event 2']);
  });

  it('forgets one environment and keeps the timeline', async () => {
    await write({ statuses: [assemble([])], events: [event(1)] });
    await store.forgetEnvironment('acme-01', 'devnet');
    expect(await readStatuses(0)).toEqual([]);
    expect(await messages()).toEqual(['event 1']);
  });

  it('forgets everything about a tenant, and nothing about others', async () => {
    const other = { ...assemble([]), tenant: 'globex-01' };
    await write({ statuses: [assemble([]), other], events: [event(1)] });
    await store.forgetTenant('acme-01');
    expect(await readStatuses(0)).toEqual([other]);
    expect(await messages()).toEqual([]);
  });

  it('prunes by age', async () => {
    await write({ statuses: [], events: [event(1), event(5)] });
    await store.pruneTimeline({
      olderThan: new Date(event(3).at),
      maximumEventsPerTenant: 10,
    });
    expect(await messages()).toEqual(['event 5']);
  });

  it('prunes the oldest where one tenant has too many', async () => {
    const events = [1, 2, 3, 4].map(second => event(second));
    await write({
      statuses: [],
      events: [...events, event(1, { tenant: 'globex-01' })],
    });
    await store.pruneTimeline({
      olderThan: new Date(0),
      maximumEventsPerTenant: 2,
    });
    expect(await messages()).toEqual(['event 4', 'event 3']);
    expect(await messages({ tenant: 'globex-01' })).toEqual(['event 1']);
  });
});
