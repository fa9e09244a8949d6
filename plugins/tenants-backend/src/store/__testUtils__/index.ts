import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrateDatabase } from '../migrateDatabase';

/** The databases that tests of stores run on; PostgreSQL where the environment names one. */
export function testDatabases(): {
  supported: TestDatabaseId[];
  open(id: TestDatabaseId): Promise<Knex>;
} {
  const databases = TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_15'],
    disableDocker: true,
  });
  return {
    supported: databases.eachSupportedId().map(([id]) => id),
    async open(id) {
      const knex = await databases.init(id);
      await migrateDatabase(mockServices.database({ knex }));
      return knex;
    },
  };
}
