import {
  TenantEnvironmentDetails,
  TimelineEvent,
  TimelineEventType,
} from '@tenantry/plugin-tenants-common';
import { Lease } from '../leases';
import { NewTimelineEvent } from '../status';

/** A place in a timeline, to go on reading behind it. */
export interface TimelinePosition {
  /** RFC 3339 in UTC. */
  at: string;
  id: string;
}

export interface ReadTimelineOptions {
  tenant: string;
  /** Only events of these kinds. */
  types?: readonly TimelineEventType[];
  /** Only what happened in this environment. */
  environment?: string;
  /** RFC 3339 in UTC; nothing from before is answered. */
  since?: string;
  /** Answers what is older than this. */
  after?: TimelinePosition;
  limit: number;
}

/** An event with a key of its own, so that it is written once however often that is tried. */
export interface KeyedEvent {
  /** At most 36 characters, unique to what happened. */
  key: string;
  event: NewTimelineEvent;
}

/** Keeps the last known status of tenant environments, and what happened to them. */
export interface StatusStore {
  /** The statuses that are newer than a version, in no order; all of them after 0. */
  readStatuses(version: number): AsyncIterable<TenantEnvironmentDetails>;

  /**
   * Stores statuses and the events that came with them, all or nothing. Events that have been
   * stored already are left as they are.
   *
   * @returns the version that the statuses got.
   * @throws LeaseLostError when another replica puts the statuses together now.
   */
  writeStatuses(changes: {
    lease: Lease;
    statuses: readonly TenantEnvironmentDetails[];
    events: readonly KeyedEvent[];
  }): Promise<number>;

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
