import { Health } from '../health';

/**
 * All kinds of events, in the order in which a change goes through them.
 *
 * @public
 */
export const timelineEventTypes = [
  'ChangeOpened',
  'ChangeMerged',
  'ChangeClosed',
  'ChangeCommitted',
  'WaveProposed',
  'WaveHealthy',
  'WaveHalted',
  'RevisionChanged',
  'Synced',
  'HealthChanged',
  'AlertFired',
  'AlertResolved',
] as const;

/** @public */
export type TimelineEventType = (typeof timelineEventTypes)[number];

/**
 * What an event is about: a pull request, or a commit that came without one.
 *
 * @public
 */
export interface TimelineChange {
  /** Number of the pull request; absent for a commit without one. */
  number?: number;
  /** Address of its page; unique to the change. */
  url: string;
  /** Names no tenant but the one whose timeline it is in. */
  title: string;
  /** Login of the account that opened it; of a commit, its author. */
  author: string;
}

/** @public */
export interface TimelineAlert {
  name: string;
  /** As the rule says it, for example `critical`. */
  severity?: string;
  summary?: string;
}

/**
 * The wave of a rollout that reached the tenant.
 *
 * @public
 */
export interface TimelineWave {
  /** Title of the rollout, for example `Upgrade Splice`. */
  rollout: string;
  /** Counted from 1. */
  number: number;
  /** Address of its pull request; absent when nothing had to be changed. */
  url?: string;
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
  /** All of it in one or two sentences of English. */
  message: string;
  health?: Health;
  /** What the health was before; absent when it was seen for the first time. */
  previousHealth?: Health;
  /** Why the health is what it is, in the words of its source. */
  cause?: string;
  revision?: string;
  /** Who had the revision applied, where the GitOps engine knows. */
  initiatedBy?: string;
  /** The revision that runs already was applied once more. */
  reapplied?: boolean;
  change?: TimelineChange;
  alert?: TimelineAlert;
  wave?: TimelineWave;
}

/**
 * How far a change has come in one environment:
 *
 * - `Proposed`: waits for its merge.
 * - `Closed`: was given up.
 * - `Merged`: waits to be applied.
 * - `Unneeded`: nothing had to be applied for it.
 * - `Synced`: applied, and not rolled out yet.
 * - `Landed`: applied, and well since.
 * - `Failed`: could not be applied, or was unwell afterwards.
 * - `RolledBack`: was applied, and an older revision since.
 * - `Unknown`: that cannot be found out.
 *
 * @public
 */
export type ChangeStage =
  | 'Proposed'
  | 'Closed'
  | 'Merged'
  | 'Unneeded'
  | 'Synced'
  | 'Landed'
  | 'Failed'
  | 'RolledBack'
  | 'Unknown';

/** @public */
export interface ChangeInEnvironment {
  environment: string;
  stage: ChangeStage;
  /** When a revision that holds the change was applied, RFC 3339 in UTC. */
  syncedAt?: string;
  /** That revision. */
  revision?: string;
  /** When the tenant environment was well with it, RFC 3339 in UTC. */
  landedAt?: string;
  /** Health that followed, once it is applied. */
  health?: Health;
  /** What went wrong, in the words of its source. */
  message?: string;
}

/**
 * A change, and what followed from it.
 *
 * @public
 */
export interface TrackedChange {
  change: TimelineChange;
  /** RFC 3339 in UTC; absent for a commit. */
  openedAt?: string;
  /** RFC 3339 in UTC; of a commit, when it was made. */
  mergedAt?: string;
  /** When it was given up, RFC 3339 in UTC. */
  closedAt?: string;
  /** Commit on the branch of the registry. */
  revision?: string;
  wave?: TimelineWave;
  /** Those that it touches, in promotion order. */
  environments: ChangeInEnvironment[];
  /** Ids of the events, among those that are answered with it, that it tells of. */
  events: string[];
}
