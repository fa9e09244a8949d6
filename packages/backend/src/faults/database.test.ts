import { TestDatabases } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  SourceStatus,
  TenantEnvironmentDetails,
  TenantsClient,
} from '@tenantry/plugin-tenants-common';
import { DatabaseLink } from './__testUtils__/DatabaseLink';
import {
  eventually,
  FaultWorld,
  fleetOf,
  Fleet,
  settledFleetOf,
  throughout,
} from './__testUtils__/FaultWorld';
import { Replica } from './__testUtils__/Replica';

jest.setTimeout(180_000);

const databases = TestDatabases.create({
  ids: ['POSTGRES_15'],
  disableDocker: true,
});
const [supported] = databases.eachSupportedId();
if (!supported) {
  it.todo(
    'runs on PostgreSQL when BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING is set',
  );
}

/** In which a replica that was killed has to be replaced, in milliseconds. */
const takeOverMs = 30_000;
const clusters = ['hub', 'devnet', 'testnet', 'mainnet'];

(supported ? describe : describe.skip)('Replicas on PostgreSQL', () => {
  let world: FaultWorld;
  let link: DatabaseLink;
  let config: JsonObject;
  let first: Replica;
  let second: Replica;
  let before: Fleet;

  beforeAll(async () => {
    const knex = await databases.init('POSTGRES_15');
    const { host, port, user, password, database } =
      knex.client.config.connection;
    link = await DatabaseLink.open({ host, port: Number(port) });
    world = await FaultWorld.start();
    config = {
      ...world.config(),
      backend: {
        database: {
          client: 'pg',
          pluginDivisionMode: 'schema',
          connection: {
            host: '127.0.0.1',
            port: link.port,
            user,
            password,
            database,
          },
        },
      },
    };
    first = await Replica.start(world.directory, config);
    before = await settledFleetOf(first.tenants);
  });

  afterAll(async () => {
    await Promise.all([first?.kill(), second?.kill()]);
    await world?.stop();
    link?.close();
  });

  async function sourcesOf(client: TenantsClient): Promise<SourceStatus[]> {
    const { items } = await client.listClusters();
    return items.flatMap(({ sources }) => sources);
  }

  const replicasOf = async (client: TenantsClient) =>
    new Set((await sourcesOf(client)).map(({ replica }) => replica));

  /** What each check says, without the times. */
  function saidIn({ components }: TenantEnvironmentDetails): string[] {
    return components
      .flatMap(({ checks }) => checks)
      .map(({ source, id, health }) => `${source} ${id} ${health}`)
      .sort();
  }

  /** How often the timeline tells that something became so. */
  async function eventsOf(
    client: TenantsClient,
    tenant: string,
    since: string,
  ) {
    const { items } = await client.getTimeline(tenant, { since });
    return items.map(({ message }) => message);
  }

  /** Breaks something of a tenant, and mends it again once that is seen. */
  async function breakAndMend(client: TenantsClient, target: string) {
    const [tenant, environment] = target.split('/');
    const becomes = (health: string) =>
      eventually(async () =>
        expect(
          (await client.getTenantEnvironment(tenant, environment)).health,
        ).toBe(health),
      );
    world.switchOn('unsynced-secret', target);
    await becomes('Degraded');
    world.switchOff('unsynced-secret', target);
    await becomes('Healthy');
  }

  it('share the work, and each serves all of it', async () => {
    const [alone] = await replicasOf(first.tenants);
    second = await Replica.start(world.directory, config);
    await eventually(async () => {
      const replicas = await replicasOf(second.tenants);
      expect(replicas.size).toBe(2);
      expect(replicas).toContain(alone);
      expect(await fleetOf(second.tenants)).toEqual(before);
    }, takeOverMs);
  });

  it('replace one that is killed, with every check and no event twice', async () => {
    const acme = () => second.tenants.getTenantEnvironment('acme-01', 'devnet');
    const said = saidIn(await acme());
    const killedAt = new Date().toISOString();
    await first.kill();
    await eventually(async () => {
      expect(saidIn(await acme())).toEqual(said);
      expect(await fleetOf(second.tenants)).toEqual(before);
      const sources = await sourcesOf(second.tenants);
      expect(new Set(sources.map(({ replica }) => replica)).size).toBe(1);
      for (const { connected, observedAt } of sources) {
        expect(connected).toBe(true);
        expect(observedAt! > killedAt).toBe(true);
      }
    }, takeOverMs);
    await breakAndMend(second.tenants, 'sable-11/devnet');
    // A status is served as soon as it is known; what happened is told once it is stored.
    const events = await eventually(async () => {
      const told = await eventsOf(second.tenants, 'sable-11', killedAt);
      expect(told.length).toBeGreaterThanOrEqual(2);
      return told;
    });
    expect(new Set(events).size).toBe(events.length);
  });

  it('go on while the database is away, and store it all once it is back', async () => {
    const cutAt = new Date().toISOString();
    link.cut();
    await breakAndMend(second.tenants, 'sable-11/devnet');
    await throughout(3_000, async () =>
      expect(await fleetOf(second.tenants)).toEqual(before),
    );
    link.mend();
    const events = await eventually(async () => {
      const found = await eventsOf(second.tenants, 'sable-11', cutAt);
      expect(found.length).toBeGreaterThanOrEqual(2);
      return found;
    }, takeOverMs);
    expect(new Set(events).size).toBe(events.length);
  });

  it('serve after a restart what was known last, with its age', async () => {
    const killedAt = new Date().toISOString();
    await second.kill();
    clusters.forEach(name => world.switchOn('unreachable-cluster', name));
    second = await Replica.start(world.directory, config);
    const acme = await eventually(() =>
      second.tenants.getTenantEnvironment('acme-01', 'devnet'),
    );
    expect(acme.observedAt! < killedAt).toBe(true);
    expect(saidIn(acme).length).toBeGreaterThan(10);
    await eventually(async () => {
      const { health, components } = await second.tenants.getTenantEnvironment(
        'acme-01',
        'devnet',
      );
      expect(health).toBe('Unknown');
      const ofClusters = components
        .flatMap(({ checks }) => checks)
        .filter(({ source }) => source === 'kubernetes' || source === 'argocd');
      for (const check of ofClusters) {
        expect(check).toMatchObject({
          health: 'Unknown',
          lastKnown: { health: 'Healthy' },
        });
        expect(check.lastKnown!.observedAt < killedAt).toBe(true);
      }
    }, takeOverMs);
    clusters.forEach(name => world.switchOff('unreachable-cluster', name));
    await eventually(
      async () => expect(await fleetOf(second.tenants)).toEqual(before),
      takeOverMs,
    );
  });
});
