import { Knex } from 'knex';
import { FieldFilter, Phrase } from '../../query';
import { DocumentWords } from '../prepareDocument';
import { SearchDialect } from './SearchDialect';

/** Full-text search of SQLite, FTS5: the words are in a virtual table beside the documents. */
export class SqliteDialect implements SearchDialect {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  columns(): Record<string, string> {
    return {};
  }

  async insertWords(
    tx: Knex,
    documents: { id: number; words: DocumentWords }[],
  ): Promise<void> {
    for (const { id, words } of documents) {
      await tx('tenant_search_words').insert({
        rowid: id,
        title: words.title.join(' '),
        text: words.text.join(' '),
        more: words.more.join(' '),
      });
    }
  }

  async removeWords(tx: Knex, ids: number[]): Promise<void> {
    await tx('tenant_search_words').where(this.isOneOf('rowid', ids)).delete();
  }

  match(query: Knex.QueryBuilder, phrases: Phrase[]): void {
    query
      .join('tenant_search_words', 'tenant_search_words.rowid', 'documents.id')
      .whereRaw('tenant_search_words MATCH ?', [toMatch(phrases)]);
  }

  orderByRank(query: Knex.QueryBuilder): void {
    query.orderByRaw('bm25(tenant_search_words, 10.0, 2.0, 1.0)');
  }

  matchField(query: Knex.QueryBuilder, { field, values }: FieldFilter): void {
    // SQLite has no type of its own for true and false.
    const stored = values.map(value =>
      typeof value === 'boolean' ? Number(value) : value,
    );
    const list = JSON.stringify(stored);
    query.whereRaw(
      `EXISTS (SELECT 1 FROM json_each(documents.document) AS field
         WHERE field.key = ? AND (
           field.atom IN (SELECT value FROM json_each(?)) OR
           field.type = 'array' AND EXISTS (
             SELECT 1 FROM json_each(field.value) AS item
             WHERE item.atom IN (SELECT value FROM json_each(?)))))`,
      [field, list, list],
    );
  }

  isOneOf(column: string, values: string[] | number[]): Knex.Raw {
    return this.#knex.raw('?? IN (SELECT value FROM json_each(?))', [
      column,
      JSON.stringify(values),
    ]);
  }

  /** A transaction of SQLite that writes is alone already. */
  async lock(): Promise<void> {}
}

/** Words are letters and digits, so that there is nothing to escape. */
function toMatch(phrases: Phrase[]): string {
  return phrases.map(phrase => `"${phrase.join(' ')}" *`).join(' AND ');
}
