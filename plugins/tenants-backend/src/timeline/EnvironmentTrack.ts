import {
  Health,
  TenantEnvironmentStatus,
  TimelineEvent,
} from '@tenantry/plugin-tenants-common';

/** What is known of one tenant environment, to follow changes in it. */
export interface EnvironmentTrack {
  environment: string;
  /** Revisions that were applied, oldest first. */
  syncs: readonly TimelineEvent[];
  /** When what ran became what Git says, or was applied again. */
  confirmations: readonly TimelineEvent[];
  /** Changes of its health, oldest first. */
  healths: readonly TimelineEvent[];
  /** As it is now; absent when nothing is known of it. */
  status?: TenantEnvironmentStatus;
}

/** A health, and from when on. */
export interface HealthPoint {
  at: string;
  health: Health;
  /** Why. */
  cause?: string;
  /** Id of the event that tells it. */
  event?: string;
}

const announcedWithinMs = 60_000;

/** The health at a moment, where it is known, and all that followed. */
export function healthsFrom(
  { healths, status }: EnvironmentTrack,
  at: string,
): HealthPoint[] {
  const before = healths.filter(event => event.at < at).at(-1);
  const after = healths.filter(event => event.at >= at);
  const first =
    before?.health ?? after[0]?.previousHealth ?? onlyHealth(after, status);
  return [
    ...(first ? [{ at, health: first, event: rolloutEvent(before, at) }] : []),
    ...after.flatMap(({ id, at: since, health, cause }) =>
      health ? [{ at: since, health, cause, event: id }] : [],
    ),
  ];
}

/** Engines say that they roll out before they say what they applied. */
function rolloutEvent(
  before: TimelineEvent | undefined,
  at: string,
): string | undefined {
  const isRollout =
    before?.health === 'Progressing' &&
    Date.parse(at) - Date.parse(before.at) < announcedWithinMs;
  return isRollout ? before.id : undefined;
}

/** Where nothing changed since, the health was what it is now. */
function onlyHealth(
  after: readonly TimelineEvent[],
  status: TenantEnvironmentStatus | undefined,
): Health | undefined {
  return after.length === 0 ? status?.health : undefined;
}
