import { Observation } from '@tenantry/plugin-tenants-node';
import { Knex } from 'knex';
import { ServerState } from '../collector';
import { Lease } from '../leases';
import { chunks } from './chunks';
import { fencedTransaction } from './fencedTransaction';
import {
  ObservationBatch,
  ObservationStore,
  ReadSinceOptions,
  StoredObservation,
} from './ObservationStore';
import { readByKey } from './readByKey';
import { nextVersion } from './versions';

const observationsTable = 'tenant_observations';
const serversTable = 'tenant_servers';

interface Written {
  source: string;
  replica: string;
  version: number;
}

interface ObservationRow extends Written {
  tenant: string;
  environment: string;
  observation: string;
}

interface ServerRow extends Written {
  server: string;
  state: string;
}

/** Keeps observations in the plugin's database, whose migrations have run. */
export class DatabaseObservationStore implements ObservationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async writeObservations(
    batches: readonly ObservationBatch[],
  ): Promise<Lease[]> {
    const leases = batches.map(({ lease }) => lease);
    return fencedTransaction(this.#knex, leases, async fenced => {
      const held = batches.filter(({ lease }) => fenced.holds(lease));
      await writeObservations(fenced.transaction, held);
      await writeServers(fenced.transaction, held);
      return leases.filter(lease => !fenced.holds(lease));
    });
  }

  async *readObservations({
    version,
    except = '',
  }: ReadSinceOptions): AsyncGenerator<StoredObservation> {
    const newer = () =>
      this.#knex<ObservationRow>(observationsTable)
        .where('version', '>', version)
        .whereNot('replica', except);
    const key = ['source', 'tenant', 'environment'] as const;
    for await (const row of readByKey<ObservationRow>(newer, key)) {
      yield { source: row.source, observation: JSON.parse(row.observation) };
    }
  }

  async readServers({
    version,
    except = '',
  }: ReadSinceOptions): Promise<ServerState[]> {
    const rows = await this.#knex<ServerRow>(serversTable)
      .where('version', '>', version)
      .whereNot('replica', except)
      .select('state');
    return rows.map(({ state }) => JSON.parse(state));
  }

  async retainObservations(
    isKnown: (place: { tenant: string; environment: string }) => boolean,
  ): Promise<void> {
    const places = await this.#knex<ObservationRow>(observationsTable).distinct(
      'tenant',
      'environment',
    );
    for (const { tenant, environment } of places) {
      if (!isKnown({ tenant, environment })) {
        await this.#knex<ObservationRow>(observationsTable)
          .where({ tenant, environment })
          .delete();
      }
    }
  }
}

async function writeObservations(
  transaction: Knex.Transaction,
  batches: readonly ObservationBatch[],
): Promise<void> {
  const said = batches.flatMap(batch =>
    batch.observations.map(observation => ({ batch, observation })),
  );
  if (said.length === 0) {
    return;
  }
  const version = await nextVersion(transaction, 'observations');
  for (const some of chunks(said)) {
    const rows = some.map(({ batch, observation }) =>
      observationRow(batch, observation, version),
    );
    await transaction<ObservationRow>(observationsTable)
      .insert(rows)
      .onConflict(['source', 'tenant', 'environment'])
      .merge();
  }
}

async function writeServers(
  transaction: Knex.Transaction,
  batches: readonly ObservationBatch[],
): Promise<void> {
  const said = batches.flatMap(batch =>
    batch.servers.map(state => ({ batch, state })),
  );
  if (said.length === 0) {
    return;
  }
  const version = await nextVersion(transaction, 'servers');
  for (const some of chunks(said)) {
    const rows = some.map(({ batch, state }) => ({
      source: batch.source,
      server: state.server,
      replica: batch.lease.holder,
      version,
      state: JSON.stringify(state),
    }));
    await transaction<ServerRow>(serversTable)
      .insert(rows)
      .onConflict(['source', 'server'])
      .merge();
  }
}

function observationRow(
  { source, lease }: ObservationBatch,
  observation: Observation,
  version: number,
): ObservationRow {
  const { tenant, environment } = observation;
  return {
    source,
    tenant,
    environment,
    replica: lease.holder,
    version,
    observation: JSON.stringify(observation),
  };
}
