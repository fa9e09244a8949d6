import {
  ChangeInEnvironment,
  TimelineEvent,
} from '@tenantry/plugin-tenants-common';
import { ChangeSteps } from './ChangeSteps';
import { EnvironmentTrack } from './EnvironmentTrack';
import { followHealth } from './followHealth';

/** Whether a revision holds a commit, as far as the order of both is known. */
export type Holds = (revision: string | undefined, commit: string) => boolean;

/** What became of a change, and the ids of the events that say so. */
export interface Followed {
  result: ChangeInEnvironment;
  events: string[];
}

/** A GitOps engine that has not found anything to apply after this long will not. */
const unneededAfterMs = 10 * 60_000;
/** What an engine says of one sync arrives within this time. */
const confirmedWithinMs = 60_000;

/** Says how far a change has come in one of the environments that it touches. */
export function followInEnvironment(options: {
  steps: ChangeSteps;
  track: EnvironmentTrack;
  holds: Holds;
  /** Whether the place of a commit among the others is known. */
  isOrdered: (commit: string) => boolean;
}): Followed {
  const { steps, track, holds, isOrdered } = options;
  const { environment } = track;
  const { mergedAt, closedAt, revision } = steps;
  if (!mergedAt) {
    const stage = closedAt ? 'Closed' : 'Proposed';
    return { result: { environment, stage }, events: [] };
  }
  const sync = revision && findSync(track, revision, holds);
  if (!sync) {
    const isKnown = revision !== undefined && isOrdered(revision);
    return { result: beforeSync(track, mergedAt, isKnown), events: [] };
  }
  const applied = { environment, syncedAt: sync.at, revision: sync.revision };
  const current = track.status?.gitops?.revision;
  if (current && isOrdered(current) && !holds(current, revision)) {
    const result = { ...applied, stage: 'RolledBack' as const };
    return { result, events: sync.events };
  }
  const { events, ...outcome } = followHealth(track, sync.at);
  return {
    result: { ...applied, ...outcome },
    events: [...sync.events, ...events],
  };
}

interface Sync {
  at: string;
  revision: string;
  events: string[];
}

/** The first time that a revision was applied that holds the commit. */
function findSync(
  { syncs, confirmations, status }: EnvironmentTrack,
  commit: string,
  holds: Holds,
): Sync | undefined {
  const event = syncs.find(({ revision }) => holds(revision, commit));
  if (event?.revision) {
    const { at, revision, id } = event;
    const events = [id, ...confirmationsOf(event, confirmations)];
    return { at, revision, events };
  }
  const deployed = status?.gitops?.history.findLast(({ revision }) =>
    holds(revision, commit),
  );
  return (
    deployed && {
      at: deployed.deployedAt,
      revision: deployed.revision,
      events: [],
    }
  );
}

/** That the same sync ended the difference to Git is no news of its own. */
function confirmationsOf(
  sync: TimelineEvent,
  confirmations: readonly TimelineEvent[],
): string[] {
  return confirmations
    .filter(
      ({ at, revision, reapplied }) =>
        !reapplied &&
        revision === sync.revision &&
        Math.abs(Date.parse(at) - Date.parse(sync.at)) < confirmedWithinMs,
    )
    .map(({ id }) => id);
}

function beforeSync(
  { environment, status }: EnvironmentTrack,
  mergedAt: string,
  isKnown: boolean,
): ChangeInEnvironment {
  const gitops = status?.gitops;
  if (!gitops || !isKnown) {
    return { environment, stage: 'Unknown' };
  }
  const { operation, sync, observedAt } = gitops;
  const mergedMs = Date.parse(mergedAt);
  const triedAt = operation?.finishedAt ?? operation?.startedAt ?? '';
  if (operation?.phase === 'Failed' && Date.parse(triedAt) >= mergedMs) {
    const { message } = operation;
    return { environment, stage: 'Failed', ...(message && { message }) };
  }
  const isUnneeded =
    sync === 'Synced' && Date.parse(observedAt) - mergedMs > unneededAfterMs;
  return { environment, stage: isUnneeded ? 'Unneeded' : 'Merged' };
}
