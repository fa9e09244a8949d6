import { ChangeInEnvironment } from '@tenantry/plugin-tenants-common';
import { EnvironmentTrack, healthsFrom, HealthPoint } from './EnvironmentTrack';

/** Controllers need a moment before they begin to roll out what was applied. */
const settleMs = 60_000;

type Outcome = Pick<
  ChangeInEnvironment,
  'stage' | 'landedAt' | 'health' | 'message'
> & { events: string[] };

/**
 * What the health became after a sync. A change has landed once the tenant environment is well and
 * stays so, and has failed when it is broken, or was when the next sync came.
 */
export function followHealth(
  track: EnvironmentTrack,
  syncedAt: string,
): Outcome {
  const points = healthsFrom(track, syncedAt);
  const nextSyncAt = track.syncs.find(({ at }) => at > syncedAt)?.at;
  const window = points.filter(({ at }) => !nextSyncAt || at < nextSyncAt);
  const landed = points.findIndex((point, index) =>
    isSettled(point, points[index + 1], track, nextSyncAt, syncedAt),
  );
  const last = window.at(-1);
  if (isBroken(last) && (landed < 0 || landed >= window.length)) {
    return failed(last, window);
  }
  if (landed >= 0) {
    const { at, health } = points[landed];
    const events = eventsOf(points.slice(0, landed + 1));
    return { stage: 'Landed', landedAt: at, health, events };
  }
  const health = points.at(-1)?.health;
  const end = points.at(-1);
  return isBroken(end)
    ? failed(end, points)
    : { stage: 'Synced', ...(health && { health }), events: eventsOf(points) };
}

function failed(
  { health, cause }: HealthPoint,
  points: readonly HealthPoint[],
): Outcome {
  return {
    stage: 'Failed',
    health,
    ...(cause && { message: cause }),
    events: eventsOf(points),
  };
}

function isBroken(point: HealthPoint | undefined): point is HealthPoint {
  return point?.health === 'Degraded' || point?.health === 'Missing';
}

/** The last health counts once every source has confirmed it after the sync. */
function isSettled(
  point: HealthPoint,
  next: HealthPoint | undefined,
  { status }: EnvironmentTrack,
  nextSyncAt: string | undefined,
  syncedAt: string,
): boolean {
  if (point.health !== 'Healthy') {
    return false;
  }
  return next
    ? Date.parse(next.at) - Date.parse(point.at) > settleMs
    : nextSyncAt !== undefined ||
        Date.parse(status?.observedAt ?? '') > Date.parse(syncedAt);
}

function eventsOf(points: readonly HealthPoint[]): string[] {
  return points.flatMap(({ event }) => event ?? []);
}
