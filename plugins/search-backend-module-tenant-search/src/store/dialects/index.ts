import { Knex } from 'knex';
import { PostgresDialect } from './PostgresDialect';
import { SearchDialect } from './SearchDialect';
import { SqliteDialect } from './SqliteDialect';

export type { SearchDialect } from './SearchDialect';

/** How the database at hand searches text. */
export function dialectOf(knex: Knex): SearchDialect {
  return knex.client.config.client === 'pg'
    ? new PostgresDialect(knex)
    : new SqliteDialect(knex);
}
