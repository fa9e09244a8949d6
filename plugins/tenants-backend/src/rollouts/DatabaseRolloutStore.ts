import { ConflictError, NotFoundError } from '@backstage/errors';
import { Author } from '@tenantry/forges';
import { Rollout } from '@tenantry/plugin-tenants-common';
import { Knex } from 'knex';
import { addTimelineEvents, KeyedEvent } from '../store';
import { RolloutStore, StoredRollout } from './RolloutStore';

const table = 'tenant_rollouts';
const maximumActive = 100;

interface RolloutRow {
  id: string;
  created_at: string;
  active: boolean;
  version: number;
  rollout: string;
  author: string;
}

/** Keeps rollouts in the plugin's database, whose migrations have run. */
export class DatabaseRolloutStore implements RolloutStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(rollout: Rollout, author: Author): Promise<void> {
    await this.#knex<RolloutRow>(table).insert({
      id: rollout.id,
      created_at: rollout.createdAt,
      author: JSON.stringify(author),
      version: 0,
      ...columnsOf(rollout),
    });
  }

  async update(
    { rollout, version }: StoredRollout,
    events: readonly KeyedEvent[] = [],
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      const written = await transaction<RolloutRow>(table)
        .where({ id: rollout.id, version })
        .update({ version: version + 1, ...columnsOf(rollout) });
      if (written === 0) {
        throw new ConflictError(
          `The rollout "${rollout.id}" was changed meanwhile; read it again.`,
        );
      }
      await addTimelineEvents(transaction, events);
    });
  }

  async get(id: string): Promise<StoredRollout> {
    const row = await this.#knex<RolloutRow>(table).where({ id }).first();
    if (!row) {
      throw new NotFoundError(`There is no rollout "${id}".`);
    }
    return storedRollout(row);
  }

  async list(limit: number): Promise<Rollout[]> {
    const rows = await this.#knex<RolloutRow>(table)
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    return rows.map(row => storedRollout(row).rollout);
  }

  async active(): Promise<StoredRollout[]> {
    const rows = await this.#knex<RolloutRow>(table)
      .where({ active: true })
      .orderBy(['created_at', 'id'])
      .limit(maximumActive);
    return rows.map(storedRollout);
  }
}

function columnsOf(rollout: Rollout): Pick<RolloutRow, 'active' | 'rollout'> {
  const { state } = rollout;
  return {
    active: state !== 'Stopped' && state !== 'Done',
    rollout: JSON.stringify(rollout),
  };
}

function storedRollout(row: RolloutRow): StoredRollout {
  return {
    rollout: JSON.parse(row.rollout),
    author: JSON.parse(row.author),
    version: row.version,
  };
}
