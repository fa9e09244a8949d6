import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';

/**
 * Brings the tables up to date, unless the database is configured not to be. Other modules of the
 * search backend may keep tables in the same database, so the record of migrations has its own name.
 */
export async function migrateDatabase(
  database: DatabaseService,
): Promise<void> {
  if (database.migrations?.skip) {
    return;
  }
  const knex = await database.getClient();
  await knex.migrate.latest({
    directory: resolvePackagePath(
      '@tenantry/plugin-search-backend-module-tenant-search',
      'migrations',
    ),
    tableName: 'tenant_search_migrations',
  });
}
