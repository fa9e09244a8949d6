import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { DatabaseStatusStore } from './DatabaseStatusStore';
import { migrateDatabase } from './migrateDatabase';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});
const directory = resolvePackagePath(
  '@tenantry/plugin-tenants-backend',
  'migrations',
);

async function open(id: TestDatabaseId) {
  const knex = await databases.init(id);
  const migrate = () => migrateDatabase(mockServices.database({ knex }));
  await migrate();
  return { knex, migrate };
}

describe.each(databases.eachSupportedId())('migrateDatabase on %s', id => {
  it('finds by their kind events that are older than the column for it', async () => {
    const { knex, migrate } = await open(id);
    await knex.migrate.down({ directory, name: '0005_changes.js' } as object);
    const event = {
      tenant: 'acme-01',
      environment: 'devnet',
      at: '2026-01-01T00:00:00.000Z',
      type: 'HealthChanged',
      message: 'Health went from Healthy to Degraded.',
    } as const;
    const { type, message, ...row } = event;
    await knex('tenant_timeline').insert({
      ...row,
      event: JSON.stringify(event),
      key: 'old',
    });
    await migrate();

    const store = new DatabaseStatusStore(knex);
    const read = (one: 'HealthChanged' | 'Synced') =>
      store.readTimeline({ tenant: 'acme-01', types: [one], limit: 10 });
    expect(await read('HealthChanged')).toMatchObject([{ type, message }]);
    expect(await read('Synced')).toEqual([]);
  });
});
