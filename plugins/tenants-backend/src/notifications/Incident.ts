import { NotificationSeverity } from '@backstage/plugin-notifications-common';

/**
 * A time in which something is unwell. It is kept for a while after its end, so that one that soon
 * begins again is the same.
 */
export interface Incident {
  /** What is unwell, for example `environment/acme-01/devnet`. */
  subject: string;
  /** A UUID; the scope of its notifications, of which later ones replace earlier ones. */
  id: string;
  /** When it was first seen, RFC 3339 in UTC. */
  openedAt: string;
  /** Since when the subject is well without a break, RFC 3339 in UTC. */
  wellSince?: string;
  /** RFC 3339 in UTC; absent while it lasts. */
  closedAt?: string;
  /** When people were last told of something unwell, RFC 3339 in UTC. */
  notifiedAt?: string;
  /** The worst that people were told since it was opened. */
  severity?: NotificationSeverity;
  /** Entity refs of who was told since it was opened. */
  told: readonly string[];
  /** Of those that began with it, of which operators are told together. */
  group?: IncidentGroup;
}

/** Incidents that began at about the same time. */
export interface IncidentGroup {
  /** Part of the scope of the notifications to operators. */
  id: string;
  /** When operators were first told of it, RFC 3339 in UTC. */
  since: string;
}

/** How a subject is now. */
export type Condition =
  | { state: 'well' }
  /** Neither well nor unwell for certain, or not for long enough. */
  | { state: 'undecided' }
  | {
      state: 'unwell';
      severity: NotificationSeverity;
      /** How long an incident lasts before people are told, in milliseconds. */
      delayMs: number;
      /** Entity refs of who has to know. */
      audience: readonly string[];
    };
