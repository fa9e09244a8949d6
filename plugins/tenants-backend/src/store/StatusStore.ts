import {
  TenantEnvironmentStatus,
  TimelineEvent,
} from '@tenantry/plugin-tenants-common';
import { NewTimelineEvent } from '../status';

/** A place in a timeline, to go on reading behind it. */
export interface TimelinePosition {
  /** RFC 3339 in UTC. */
  at: string;
  id: string;
}

export interface ReadTimelineOptions {
  tenant: string;
  /** RFC 3339 in UTC; nothing from before is answered. */
  since?: string;
  /** Answers what is older than this. */
  after?: TimelinePosition;
  limit: number;
}

/** Keeps the last known status of tenant environments, and what happened to them. */
export interface StatusStore {
  /** All statuses, in no order. */
  readStatuses(): Promise<TenantEnvironmentStatus[]>;

  /** Stores statuses and the events that came with them, all or nothing. */
  write(changes: {
    statuses: readonly TenantEnvironmentStatus[];
    events: readonly NewTimelineEvent[];
  }): Promise<void>;

  /** Forgets the status of a tenant environment, but not its timeline. */
  forgetEnvironment(tenant: string, environment: string): Promise<void>;

  /** Forgets everything about a tenant. */
  forgetTenant(tenant: string): Promise<void>;

  /** Events of one tenant, newest first. */
  readTimeline(options: ReadTimelineOptions): Promise<TimelineEvent[]>;

  /** Deletes events that are older, or too many for one tenant. */
  pruneTimeline(limits: {
    olderThan: Date;
    maximumEventsPerTenant: number;
  }): Promise<void>;
}
