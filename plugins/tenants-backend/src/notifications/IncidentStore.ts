import { Lease } from '../leases';
import { Incident } from './Incident';

/** What became of an incident; without one it is forgotten. */
export interface IncidentChange {
  subject: string;
  incident?: Incident;
}

/** Keeps incidents, so that a restart or another replica goes on where the last one stopped. */
export interface IncidentStore {
  /** All that are kept, by subject. */
  readIncidents(): Promise<Map<string, Incident>>;

  /**
   * Stores changes, all or none.
   *
   * @throws LeaseLostError when another replica puts the statuses together now.
   */
  writeIncidents(
    lease: Lease,
    changes: readonly IncidentChange[],
  ): Promise<void>;
}
