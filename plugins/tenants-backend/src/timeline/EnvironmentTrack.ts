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
    ...(first ? [{ at, health: first }] : []),
    ...after.flatMap(({ id, at: since, health, cause }) =>
      health ? [{ at: since, health, cause, event: id }] : [],
    ),
  ];
}

/** Where nothing changed since, the health was what it is now. */
function onlyHealth(
  after: readonly TimelineEvent[],
  status: TenantEnvironmentStatus | undefined,
): Health | undefined {
  return after.length === 0 ? status?.health : undefined;
}
