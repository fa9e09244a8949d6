import { Health } from '../health';

/** @public */
export type TimelineEventType = 'HealthChanged' | 'Synced' | 'RevisionChanged';

/**
 * Something that happened to a tenant.
 *
 * @public
 */
export interface TimelineEvent {
  id: string;
  /** RFC 3339 in UTC. */
  at: string;
  type: TimelineEventType;
  tenant: string;
  environment: string;
  /** One sentence. */
  message: string;
  health?: Health;
  revision?: string;
}
