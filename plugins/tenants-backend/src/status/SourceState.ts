import { Observation } from '@tenantry/plugin-tenants-node';

/**
 * What is known from one source about one tenant environment.
 */
export interface SourceState {
  /** Id of the source. */
  source: string;
  /** Absent while the source has reported nothing. */
  observation?: Observation;
  /**
   * When the source last confirmed what it said, by its own clock; when looking began, before the
   * first report. RFC 3339 in UTC.
   */
  confirmedAt: string;
  /** When that was heard of, or looking began, by the clock of whoever assembles. RFC 3339 in UTC. */
  heardAt: string;
  /** A server that the source needs and cannot ask. */
  disconnected?: { server: string; message?: string };
}
