import { Lease, LeaseRow } from './Lease';

/** What the replicas have told each other. */
export interface ReplicasState {
  /** How often each replica has shown that it lives, by id. */
  beats: ReadonlyMap<string, number>;
  leases: readonly LeaseRow[];
}

/** Where the replicas meet. It compares no clocks: time is for each replica to measure. */
export interface LeaseStore {
  /** Shows that a replica lives, and reads what the others have shown. */
  beat(replica: string): Promise<ReplicasState>;

  /** Takes over a unit, unless somebody else has done so since it was read. */
  claim(
    unit: string,
    known: LeaseRow | undefined,
    replica: string,
  ): Promise<Lease | undefined>;

  /** Gives up units that are still held. */
  release(leases: readonly Lease[]): Promise<void>;

  /** Removes a replica that has shown nothing since, or that ends itself. */
  removeReplica(replica: string, beats?: number): Promise<void>;
}
