import { Knex } from 'knex';
import { Lease, LeaseRow, LeaseStore, ReplicasState } from '../leases';

/** A number in SQLite, text in PostgreSQL. */
export type BigInteger = number | string;

interface ReplicaRow {
  id: string;
  beats: BigInteger;
}

interface LeaseColumns {
  unit: string;
  holder: string | null;
  epoch: BigInteger;
}

export const leasesTable = 'tenant_leases';
const replicasTable = 'tenant_replicas';

/** Keeps leases in the plugin's database, whose migrations have run. */
export class DatabaseLeaseStore implements LeaseStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async beat(replica: string): Promise<ReplicasState> {
    await this.#knex<ReplicaRow>(replicasTable)
      .insert({ id: replica, beats: 1 })
      .onConflict('id')
      .merge({ beats: this.#knex.raw('?? + 1', [`${replicasTable}.beats`]) });
    const replicas = await this.#knex<ReplicaRow>(replicasTable).select();
    const leases = await this.#knex<LeaseColumns>(leasesTable).select();
    return {
      beats: new Map(replicas.map(({ id, beats }) => [id, Number(beats)])),
      leases: leases.map(({ unit, holder, epoch }) => ({
        unit,
        ...(holder && { holder }),
        epoch: Number(epoch),
      })),
    };
  }

  async claim(
    unit: string,
    known: LeaseRow | undefined,
    replica: string,
  ): Promise<Lease | undefined> {
    const epoch = (known?.epoch ?? 0) + 1;
    if (!known) {
      await this.#knex<LeaseColumns>(leasesTable)
        .insert({ unit, holder: null, epoch: 0 })
        .onConflict('unit')
        .ignore();
    }
    const claimed = await this.#knex<LeaseColumns>(leasesTable)
      .where({ unit, epoch: epoch - 1 })
      .update({ holder: replica, epoch });
    return claimed > 0 ? { unit, holder: replica, epoch } : undefined;
  }

  async release(leases: readonly Lease[]): Promise<void> {
    for (const { unit, holder, epoch } of leases) {
      await this.#knex<LeaseColumns>(leasesTable)
        .where({ unit, holder, epoch })
        .update({ holder: null });
    }
  }

  async removeReplica(replica: string, beats?: number): Promise<void> {
    await this.#knex<ReplicaRow>(replicasTable)
      .where({ id: replica, ...(beats !== undefined && { beats }) })
      .delete();
  }
}
