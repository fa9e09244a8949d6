import { Knex } from 'knex';
import { Lease } from '../leases';
import { chunks } from '../store/chunks';
import { fencedTransaction, requireHeld } from '../store/fencedTransaction';
import { Incident } from './Incident';
import { IncidentChange, IncidentStore } from './IncidentStore';

const table = 'tenant_incidents';

interface IncidentRow {
  subject: string;
  /** `Incident`, JSON. */
  incident: string;
}

/** Keeps incidents in the plugin's database, whose migrations have run. */
export class DatabaseIncidentStore implements IncidentStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async readIncidents(): Promise<Map<string, Incident>> {
    const rows = await this.#knex<IncidentRow>(table).select();
    return new Map(
      rows.map(({ subject, incident }) => [subject, JSON.parse(incident)]),
    );
  }

  async writeIncidents(
    lease: Lease,
    changes: readonly IncidentChange[],
  ): Promise<void> {
    const rows = changes.flatMap(({ subject, incident }) =>
      incident ? { subject, incident: JSON.stringify(incident) } : [],
    );
    await fencedTransaction(this.#knex, [lease], async fenced => {
      requireHeld(fenced, lease);
      const incidents = () => fenced.transaction<IncidentRow>(table);
      for (const part of chunks(changes.map(({ subject }) => subject))) {
        await incidents().whereIn('subject', part).delete();
      }
      for (const part of chunks(rows)) {
        await incidents().insert(part);
      }
    });
  }
}
