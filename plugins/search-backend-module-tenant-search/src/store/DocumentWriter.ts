import { Knex } from 'knex';
import { SearchDialect, dialectOf } from './dialects';
import { PreparedDocument } from './prepareDocument';

const documentsTable = 'tenant_search_documents';
const factsTable = 'tenant_search_facts';

/** A process that died left behind what it had staged before; no run takes as long as this. */
const abandonedAfterMs = 24 * 3600 * 1000;
/** PostgreSQL and SQLite bind at least 32,766 values in one statement. */
const rowsPerStatement = 500;

/**
 * Replaces the documents of a type as a whole. What is new is staged first, where no search finds it;
 * one short transaction then puts all of it in the place of what is gone.
 */
export class DocumentWriter {
  readonly #knex: Knex;
  readonly #dialect: SearchDialect;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#dialect = dialectOf(knex);
  }

  /** Hashes of the documents of a type that can be found, with the id of each. */
  async hashes(
    type: string,
    db: Knex = this.#knex,
  ): Promise<Map<string, number>> {
    const rows = await db(documentsTable)
      .where({ type })
      .whereNull('run')
      .select('id', 'hash');
    return new Map(rows.map(({ id, hash }) => [hash, Number(id)]));
  }

  /** @param run - What {@link complete} or {@link discard} is called with later; a UUID. */
  async stage(run: string, documents: PreparedDocument[]): Promise<void> {
    await this.#knex.transaction(async tx => {
      for (const part of parts(documents)) {
        const ids = await this.#insert(tx, run, part);
        const facts = part.flatMap((document, index) =>
          document.facts.map(fact => ({ document_id: ids[index], fact })),
        );
        await tx.batchInsert(factsTable, facts, rowsPerStatement);
        await this.#dialect.insertWords(
          tx,
          part.map(({ words }, index) => ({ id: ids[index], words })),
        );
      }
    });
  }

  async #insert(
    tx: Knex,
    run: string,
    documents: PreparedDocument[],
  ): Promise<number[]> {
    const rows = await tx(documentsTable)
      .insert(
        documents.map(({ words, facts: _, resourceRef, ...columns }) => ({
          ...columns,
          ...this.#dialect.columns(words),
          resource_ref: resourceRef ?? null,
          run,
          staged_at: Date.now(),
        })),
      )
      .returning(['id', 'hash']);
    const ids = new Map(rows.map(({ id, hash }) => [hash, Number(id)]));
    return documents.map(({ hash }) => ids.get(hash)!);
  }

  /**
   * Makes the documents with the given hashes those of the type. Another replica may have done the
   * same in the meantime: what it has put in already is not put in twice.
   */
  async complete(
    run: string,
    type: string,
    hashes: ReadonlySet<string>,
  ): Promise<void> {
    await this.#knex.transaction(async tx => {
      await this.#dialect.lock(tx, type);
      const present = await this.hashes(type, tx);
      const gone = [...present].filter(([hash]) => !hashes.has(hash));
      await this.#remove(
        tx,
        gone.map(([, id]) => id),
      );
      const staged = await tx(documentsTable)
        .where({ run })
        .select('id', 'hash');
      const twice = staged.filter(({ hash }) => present.has(hash));
      await this.#remove(
        tx,
        twice.map(({ id }) => Number(id)),
      );
      await tx(documentsTable).where({ run }).update({ run: null });
    });
  }

  /** Forgets what a run has staged, and what runs staged that have not ended for a day. */
  async discard(run: string): Promise<void> {
    await this.#knex.transaction(async tx => {
      const ids = await tx(documentsTable)
        .whereNotNull('run')
        .where(builder =>
          builder
            .where({ run })
            .orWhere('staged_at', '<', Date.now() - abandonedAfterMs),
        )
        .pluck('id');
      await this.#remove(tx, ids.map(Number));
    });
  }

  async #remove(tx: Knex, ids: number[]): Promise<void> {
    if (ids.length === 0) {
      return;
    }
    await this.#dialect.removeWords(tx, ids);
    await tx(factsTable)
      .where(this.#dialect.isOneOf('document_id', ids))
      .delete();
    await tx(documentsTable).where(this.#dialect.isOneOf('id', ids)).delete();
  }
}

function parts<Item>(items: Item[]): Item[][] {
  const count = Math.ceil(items.length / rowsPerStatement);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * rowsPerStatement, (index + 1) * rowsPerStatement),
  );
}
