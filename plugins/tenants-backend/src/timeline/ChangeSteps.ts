import {
  TimelineChange,
  TimelineEvent,
  TimelineWave,
} from '@tenantry/plugin-tenants-common';

/** The steps of a change in Git, as the timeline has them. */
export interface ChangeSteps {
  change: TimelineChange;
  openedAt?: string;
  mergedAt?: string;
  closedAt?: string;
  revision?: string;
  wave?: TimelineWave;
  environments: Set<string>;
  /** Ids of the events. */
  events: string[];
}

/**
 * Puts the events of changes together, each change once, the first one first.
 *
 * @param events - oldest first
 */
export function changeSteps(events: readonly TimelineEvent[]): ChangeSteps[] {
  const changes = new Map<string, ChangeSteps>();
  for (const event of events) {
    const { change } = event;
    if (change) {
      const steps = changes.get(change.url) ?? {
        change,
        environments: new Set(),
        events: [],
      };
      changes.set(change.url, {
        ...steps,
        ...timesOf(event),
        environments: steps.environments.add(event.environment),
        events: [...steps.events, event.id],
      });
    }
  }
  return withWaves([...changes.values()], events);
}

/** A wave of a rollout is told by its pull request. */
function withWaves(
  changes: readonly ChangeSteps[],
  events: readonly TimelineEvent[],
): ChangeSteps[] {
  return changes.map(steps => {
    const own = events.filter(({ wave }) => wave?.url === steps.change.url);
    const wave = own[0]?.wave;
    return wave
      ? {
          ...steps,
          wave,
          events: [...steps.events, ...own.map(({ id }) => id)],
        }
      : steps;
  });
}

function timesOf({ type, at, revision }: TimelineEvent): Partial<ChangeSteps> {
  switch (type) {
    case 'ChangeOpened':
      return { openedAt: at };
    case 'ChangeClosed':
      return { closedAt: at };
    case 'ChangeMerged':
    case 'ChangeCommitted':
      return { mergedAt: at, ...(revision && { revision }) };
    default:
      return {};
  }
}
