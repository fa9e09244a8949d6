import type {
  TimelineEvent,
  TimelineResponse,
  TrackedChange,
} from '@tenantry/plugin-tenants-common';

/** One row of the strip: a change with all that it tells of, or an event on its own. */
export type StripRow =
  | { kind: 'change'; key: string; change: TrackedChange }
  | { kind: 'event'; key: string; event: TimelineEvent };

/** Puts changes where the last of their events was, and leaves out the events that they tell of. */
export function stripOf({
  items,
  changes,
}: Pick<TimelineResponse, 'items' | 'changes'>): StripRow[] {
  const changesOf = new Map<string, TrackedChange[]>();
  for (const change of changes) {
    for (const id of change.events) {
      changesOf.set(id, [...(changesOf.get(id) ?? []), change]);
    }
  }
  const shown = new Set<TrackedChange>();
  return items.flatMap((event): StripRow[] => {
    const owners = changesOf.get(event.id);
    if (!owners) {
      return [{ kind: 'event', key: event.id, event }];
    }
    const fresh = owners.filter(change => !shown.has(change));
    fresh.forEach(change => shown.add(change));
    return fresh.map(change => ({
      kind: 'change',
      key: change.change.url,
      change,
    }));
  });
}
