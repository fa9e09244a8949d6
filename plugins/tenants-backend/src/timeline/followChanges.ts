import {
  TenantEnvironmentStatus,
  TimelineEvent,
  TrackedChange,
} from '@tenantry/plugin-tenants-common';
import { ChangeSteps, changeSteps } from './ChangeSteps';
import { EnvironmentTrack } from './EnvironmentTrack';
import { followInEnvironment } from './followInEnvironment';

/** What following the changes of a tenant needs to know. */
export interface ChangeFacts {
  /** Events of changes, rollouts, syncs and health, oldest first. */
  events: readonly TimelineEvent[];
  /** The order of commits, as far as it is known. */
  positions: ReadonlyMap<string, number>;
  statusOf: (environment: string) => TenantEnvironmentStatus | undefined;
}

/** Says what followed from each change, the latest change first. Reads no clock and asks nobody. */
export function followChanges(facts: ChangeFacts): TrackedChange[] {
  const { events, positions } = facts;
  const holds = (revision: string | undefined, commit: string) =>
    revision !== undefined &&
    (revision === commit ||
      (positions.get(revision) ?? -Infinity) >=
        (positions.get(commit) ?? Infinity));
  const tracks = tracksOf(facts);
  return changeSteps(events)
    .map(steps => {
      const { environments, events: own, ...change } = steps;
      const followed = tracksFor(environments, tracks).map(track =>
        followInEnvironment({
          steps,
          track,
          holds,
          isOrdered: commit => positions.has(commit),
        }),
      );
      return {
        ...change,
        environments: followed.map(({ result }) => result),
        events: [...own, ...followed.flatMap(({ events: ids }) => ids)],
      };
    })
    .reverse();
}

function tracksOf({ events, statusOf }: ChangeFacts): EnvironmentTrack[] {
  const names = new Set(events.map(({ environment }) => environment));
  return [...names]
    .map(environment => {
      const own = events.filter(event => event.environment === environment);
      return {
        environment,
        syncs: own.filter(({ type }) => type === 'RevisionChanged'),
        confirmations: own.filter(({ type }) => type === 'Synced'),
        healths: own.filter(({ type }) => type === 'HealthChanged'),
        status: statusOf(environment),
      };
    })
    .sort((left, right) => orderOf(left) - orderOf(right));
}

/** Environments that the tenant has left come last. */
function orderOf({ status }: EnvironmentTrack): number {
  return status?.order ?? Number.MAX_SAFE_INTEGER;
}

function tracksFor(
  environments: ChangeSteps['environments'],
  tracks: readonly EnvironmentTrack[],
): EnvironmentTrack[] {
  return tracks.filter(({ environment }) => environments.has(environment));
}
