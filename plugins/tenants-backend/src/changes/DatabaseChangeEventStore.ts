import { Knex } from 'knex';
import { KeyedEvent } from '../store';
import { chunks } from '../store/chunks';

/** Keeps the events of changes. */
export interface ChangeEventStore {
  /** Stores events; those that are stored already are left as they are. */
  add(events: readonly KeyedEvent[]): Promise<void>;
}

/** Keeps them in the timeline of the plugin's database, whose migrations have run. */
export class DatabaseChangeEventStore implements ChangeEventStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(events: readonly KeyedEvent[]): Promise<void> {
    for (const some of chunks(events)) {
      const rows = some.map(({ key, event }) => {
        const { tenant, environment, at } = event;
        return { tenant, environment, at, event: JSON.stringify(event), key };
      });
      await this.#knex('tenant_timeline')
        .insert(rows)
        .onConflict('key')
        .ignore();
    }
  }
}
