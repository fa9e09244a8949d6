import { Knex } from 'knex';
import { addTimelineEvents, KeyedEvent } from '../store';

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
    await addTimelineEvents(this.#knex, events);
  }
}
