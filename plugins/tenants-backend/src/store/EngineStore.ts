import { Knex } from 'knex';
import { LeaseStore } from '../leases';
import { DatabaseLeaseStore } from './DatabaseLeaseStore';
import { DatabaseObservationStore } from './DatabaseObservationStore';
import { DatabaseStatusStore } from './DatabaseStatusStore';
import { ObservationStore } from './ObservationStore';
import { StatusStore } from './StatusStore';
import { readVersions, Versions } from './versions';

/** Everything that the replicas share. */
export interface EngineStore {
  leases: LeaseStore;
  observations: ObservationStore;
  statuses: StatusStore;
  versions(): Promise<Versions>;
}

/** The stores in the plugin's database, whose migrations have run. */
export function createEngineStore(knex: Knex): EngineStore {
  return {
    leases: new DatabaseLeaseStore(knex),
    observations: new DatabaseObservationStore(knex),
    statuses: new DatabaseStatusStore(knex),
    versions: () => readVersions(knex),
  };
}
