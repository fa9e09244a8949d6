import { Knex } from 'knex';

const rowsPerPage = 200;

/**
 * Reads rows in the order of their key, a page at a time, so that few of them are in memory at
 * once. A row that is written meanwhile comes in its old or in its new form.
 */
export async function* readByKey<Row extends object>(
  query: () => Knex.QueryBuilder,
  key: readonly (keyof Row & string)[],
): AsyncGenerator<Row> {
  let last: Row | undefined;
  do {
    const rest = last ? behind(query(), last, key) : query();
    const rows: Row[] = await rest.orderBy([...key]).limit(rowsPerPage);
    yield* rows;
    last = rows.length === rowsPerPage ? rows.at(-1) : undefined;
  } while (last);
}

function behind<Row extends object>(
  query: Knex.QueryBuilder,
  last: Row,
  key: readonly (keyof Row & string)[],
): Knex.QueryBuilder {
  const columns = key.map(() => '??').join(', ');
  const values = key.map(() => '?').join(', ');
  return query.whereRaw(`(${columns}) > (${values})`, [
    ...key,
    ...key.map(name => String(last[name])),
  ]);
}
