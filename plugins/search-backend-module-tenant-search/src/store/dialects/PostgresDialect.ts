import { Knex } from 'knex';
import { FieldFilter, Phrase } from '../../query';
import { DocumentWords } from '../prepareDocument';
import { SearchDialect } from './SearchDialect';

/** Weights of the labels D, C, B and A. */
const weights = '{0.1, 0.2, 0.4, 1.0}';

/**
 * Full-text search of PostgreSQL. Vectors and queries are written as such, not parsed from text, so
 * that words are the same as on every other database: PostgreSQL's own parser takes a host name for
 * one word.
 */
export class PostgresDialect implements SearchDialect {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  columns({ title, text, more }: DocumentWords): Record<string, string> {
    const labelled = [
      ...title.map(word => ({ word, label: 'A' })),
      ...text.map(word => ({ word, label: 'B' })),
      ...more.map(word => ({ word, label: 'C' })),
    ];
    // The last word of a field and the first of the next do not follow each other.
    const gaps: Record<string, number> = { A: 1, B: 2, C: 3 };
    const vector = labelled.map(
      ({ word, label }, index) => `'${word}':${index + gaps[label]}${label}`,
    );
    return { words: vector.join(' ') };
  }

  async insertWords(): Promise<void> {}

  async removeWords(): Promise<void> {}

  match(query: Knex.QueryBuilder, phrases: Phrase[]): void {
    query.whereRaw('documents.words @@ ?::tsquery', [toTsquery(phrases)]);
  }

  orderByRank(query: Knex.QueryBuilder, phrases: Phrase[]): void {
    query.orderByRaw('ts_rank(?::real[], documents.words, ?::tsquery) DESC', [
      weights,
      toTsquery(phrases),
    ]);
  }

  matchField(query: Knex.QueryBuilder, { field, values }: FieldFilter): void {
    const shapes = values.flatMap(value => [
      JSON.stringify({ [field]: value }),
      JSON.stringify({ [field]: [value] }),
    ]);
    query.whereRaw('documents.document @> ANY (?::jsonb[])', [shapes]);
  }

  isOneOf(column: string, values: string[] | number[]): Knex.Raw {
    return this.#knex.raw('?? = ANY (?)', [column, values]);
  }

  async lock(tx: Knex, type: string): Promise<void> {
    await tx('tenant_search_types').insert({ type }).onConflict().ignore();
    await tx('tenant_search_types').where({ type }).forUpdate().select();
  }
}

/** Words are letters and digits, so that there is nothing to escape. */
function toTsquery(phrases: Phrase[]): string {
  return phrases
    .map(phrase => `${phrase.map(word => `'${word}'`).join(' <-> ')}:*`)
    .map(phrase => `(${phrase})`)
    .join(' & ');
}
