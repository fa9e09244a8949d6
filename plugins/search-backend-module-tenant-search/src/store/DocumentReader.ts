import { IndexableDocument } from '@backstage/plugin-search-common';
import { Knex } from 'knex';
import { TypeAccess } from '../access';
import { Search } from '../query';
import { SearchDialect, dialectOf } from './dialects';
import { restrictTo } from './restrictTo';

/** A search, and what of its results may be seen. */
export interface DocumentQuery
  extends Pick<Search, 'phrases' | 'name' | 'filters' | 'offset' | 'limit'> {
  access: TypeAccess[];
  /** Documents that are not to be found, whatever else is said. */
  excludedIds: number[];
}

/** A document that was found. */
export interface FoundDocument {
  id: number;
  type: string;
  document: IndexableDocument;
}

/** Among equal names, the tenant itself comes before the entities that are called like it. */
const firstType = 'tenants';

/** Finds documents. What may not be seen is left out in the database, before anything is counted. */
export class DocumentReader {
  readonly #knex: Knex;
  readonly #dialect: SearchDialect;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#dialect = dialectOf(knex);
  }

  /** One page, best first, and how many there are on all pages. */
  async find(
    query: DocumentQuery,
  ): Promise<{ documents: FoundDocument[]; total: number }> {
    if (query.access.length === 0) {
      return { documents: [], total: 0 };
    }
    const [{ total }] = await this.#matching(query).count({ total: '*' });
    const rows = await this.#ranked(query)
      .offset(query.offset)
      .limit(query.limit)
      .select('documents.id', 'documents.type', 'documents.document');
    return { documents: rows.map(toFoundDocument), total: Number(total) };
  }

  /**
   * What the permission system calls the documents of a type that match, whoever may see them.
   *
   * @param limit - How many are given at most.
   */
  async resourceRefs(
    query: Omit<DocumentQuery, 'access'>,
    type: string,
    limit: number,
  ): Promise<string[]> {
    return this.#matching({ ...query, access: [{ type, documents: 'all' }] })
      .whereNotNull('documents.resource_ref')
      .distinct()
      .limit(limit)
      .pluck('documents.resource_ref');
  }

  #matching(query: DocumentQuery): Knex.QueryBuilder {
    const { phrases, filters, access, excludedIds } = query;
    const dialect = this.#dialect;
    const matching = this.#knex('tenant_search_documents as documents')
      .whereNull('documents.run')
      .where(builder => restrictTo(builder, access, this.#knex, dialect));
    if (phrases.length > 0) {
      dialect.match(matching, phrases);
    }
    filters.forEach(filter => dialect.matchField(matching, filter));
    return excludedIds.length > 0
      ? matching.whereNot(dialect.isOneOf('documents.id', excludedIds))
      : matching;
  }

  #ranked(query: DocumentQuery): Knex.QueryBuilder {
    const matching = this.#matching(query);
    const { phrases, name } = query;
    if (phrases.length > 0) {
      // The name has letters, digits and blanks: nothing in it is special to LIKE.
      matching.orderByRaw(
        `CASE WHEN documents.name = ? THEN 0 WHEN documents.title = ? THEN 1
           WHEN documents.name LIKE ? THEN 2 ELSE 3 END,
         CASE WHEN documents.type = ? THEN 0 ELSE 1 END`,
        [name, name, `${name}%`, firstType],
      );
      this.#dialect.orderByRank(matching, phrases);
    }
    return matching.orderBy('documents.id');
  }
}

function toFoundDocument(row: {
  id: number | string;
  type: string;
  document: IndexableDocument | string;
}): FoundDocument {
  const { id, type, document } = row;
  return {
    id: Number(id),
    type,
    document: typeof document === 'string' ? JSON.parse(document) : document,
  };
}
