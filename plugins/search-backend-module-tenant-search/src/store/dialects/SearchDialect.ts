import { Knex } from 'knex';
import { FieldFilter, Phrase } from '../../query';
import { DocumentWords } from '../prepareDocument';

/** Where the databases differ. Documents go by the name `documents` in queries. */
export interface SearchDialect {
  /** Columns of a document beside those that all databases have. */
  columns(words: DocumentWords): Record<string, string>;
  /** Makes documents findable, where their words are not in a column. */
  insertWords(
    tx: Knex,
    documents: { id: number; words: DocumentWords }[],
  ): Promise<void>;
  removeWords(tx: Knex, ids: number[]): Promise<void>;
  /** Leaves the documents that have all phrases; there is at least one. */
  match(query: Knex.QueryBuilder, phrases: Phrase[]): void;
  /** Orders what was matched, best first. */
  orderByRank(query: Knex.QueryBuilder, phrases: Phrase[]): void;
  /** Leaves the documents of which a field has one of the values. */
  matchField(query: Knex.QueryBuilder, filter: FieldFilter): void;
  /** Whether a column has one of the given values, of which there may be thousands. */
  isOneOf(column: string, values: string[] | number[]): Knex.Raw;
  /** Lets nobody else replace documents of the type before the transaction ends. */
  lock(tx: Knex, type: string): Promise<void>;
}
