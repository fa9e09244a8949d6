import { Observation } from '@tenantry/plugin-tenants-node';
import { ServerState } from '../collector';
import { Lease } from '../leases';

/** What one run of a source has to say. */
export interface ObservationBatch {
  lease: Lease;
  /** Id of the source. */
  source: string;
  observations: readonly Observation[];
  servers: readonly ServerState[];
}

export interface StoredObservation {
  /** Id of the source. */
  source: string;
  observation: Observation;
}

export interface ReadSinceOptions {
  /** Version that is known; 0 for everything. */
  version: number;
  /** Replica whose own writes are left out. */
  except?: string;
}

/** Carries what sources say from the replicas that observe to all others. */
export interface ObservationStore {
  /**
   * Stores what is said for leases that are still held.
   *
   * @returns the leases that another replica has taken; nothing is stored for these.
   */
  writeObservations(batches: readonly ObservationBatch[]): Promise<Lease[]>;

  /** What was stored since, in no order. */
  readObservations(options: ReadSinceOptions): AsyncIterable<StoredObservation>;

  readServers(options: ReadSinceOptions): Promise<ServerState[]>;

  /** Forgets what was said about tenant environments other than these. */
  retainObservations(
    isKnown: (place: { tenant: string; environment: string }) => boolean,
  ): Promise<void>;
}
