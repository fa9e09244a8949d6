import { Health } from '../health';

/** @public */
export type TimelineEventType =
  | 'ChangeOpened'
  | 'ChangeMerged'
  | 'ChangeClosed'
  | 'HealthChanged'
  | 'Synced'
  | 'RevisionChanged';

/**
 * The pull request that an event is about.
 *
 * @public
 */
export interface TimelineChange {
  number: number;
  /** Address of its page. */
  url: string;
  /** Names no tenant but the one whose timeline it is in. */
  title: string;
  /** Login of the account that opened it. */
  author: string;
}

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
  change?: TimelineChange;
}
