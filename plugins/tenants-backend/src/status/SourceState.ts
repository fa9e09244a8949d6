import { Observation } from '@tenantry/plugin-tenants-node';

/**
 * What is known from one source about one tenant environment.
 */
export interface SourceState {
  /** Id of the source. */
  source: string;
  /** Absent while the source has reported nothing since the backend started. */
  observation?: Observation;
  /**
   * When the source last confirmed what it said; when the backend started, before the first
   * report. RFC 3339 in UTC.
   */
  confirmedAt: string;
  /** A server that the source needs and cannot ask. */
  disconnected?: { server: string; message?: string };
}
