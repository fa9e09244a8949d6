/**
 * The right of one replica to do a part of the work, until another one takes it. The epoch counts
 * the holders: what is written names it, so that a holder of before is refused.
 */
export interface Lease {
  /** The part of the work, for example `source/kubernetes/devnet`. */
  unit: string;
  /** Id of the replica. */
  holder: string;
  epoch: number;
}

/** A row of the leases, held or not. */
export interface LeaseRow {
  unit: string;
  /** Absent while nobody does the work. */
  holder?: string;
  epoch: number;
}

/** Thrown by a write for a lease that another replica has taken. */
export class LeaseLostError extends Error {
  readonly lease: Lease;

  constructor(lease: Lease) {
    super(`Another replica does the work of ${lease.unit} now.`);
    this.name = 'LeaseLostError';
    this.lease = lease;
  }
}
