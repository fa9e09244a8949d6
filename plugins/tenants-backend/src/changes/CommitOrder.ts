import { Knex } from 'knex';

/**
 * The order in which commits came to the branch of the registry. With it a revision is known to
 * hold a commit without asking the forge.
 */
export interface CommitOrder {
  /** Positions of those commits that are known; of two, the later one has the higher position. */
  positionsOf(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;

  /**
   * Adds commits after all that are known; those that are known already stay where they are.
   *
   * @param ids - oldest first
   */
  append(ids: readonly string[]): Promise<void>;
}

const table = 'tenant_commits';
const maximumCommits = 2_000;

interface CommitRow {
  id: string;
  /** PostgreSQL answers a big integer as text. */
  position: number | string;
}

/** Keeps the order of the latest 2,000 commits in the plugin's database, whose migrations have run. */
export class DatabaseCommitOrder implements CommitOrder {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async positionsOf(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#knex<CommitRow>(table).whereIn('id', [...ids]);
    return new Map(rows.map(({ id, position }) => [id, Number(position)]));
  }

  async append(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) {
      return;
    }
    await this.#knex.transaction(async transaction => {
      const last = await transaction<CommitRow>(table)
        .max({ position: 'position' })
        .first();
      const next = Number(last?.position ?? 0) + 1;
      await transaction<CommitRow>(table)
        .insert(ids.map((id, index) => ({ id, position: next + index })))
        .onConflict('id')
        .ignore();
      await transaction<CommitRow>(table)
        .where('position', '<', next + ids.length - maximumCommits)
        .delete();
    });
  }
}
