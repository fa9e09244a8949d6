import type {
  ChangeInEnvironment,
  TrackedChange,
} from '@tenantry/plugin-tenants-common';

/** One thing that has to happen before a change is there. */
export interface ChangeStep {
  name: 'opened' | 'committed' | 'merged' | 'closed' | 'synced' | 'rolledOut';
  state: 'done' | 'waiting' | 'failed';
  /** RFC 3339 in UTC; absent unless it is done. */
  at?: string;
}

/** What happened to a change in Git. */
export function gitSteps(tracked: TrackedChange): ChangeStep[] {
  const { change, openedAt, mergedAt, closedAt } = tracked;
  if (change.number === undefined) {
    return [{ name: 'committed', state: 'done', at: mergedAt }];
  }
  const opened: ChangeStep[] = openedAt
    ? [{ name: 'opened', state: 'done', at: openedAt }]
    : [];
  if (mergedAt) {
    return [...opened, { name: 'merged', state: 'done', at: mergedAt }];
  }
  return closedAt
    ? [...opened, { name: 'closed', state: 'failed', at: closedAt }]
    : [...opened, { name: 'merged', state: 'waiting' }];
}

/** What happened to it in an environment, or has yet to. */
export function environmentSteps(place: ChangeInEnvironment): ChangeStep[] {
  const { stage, syncedAt, landedAt } = place;
  const synced: ChangeStep = { name: 'synced', state: 'done', at: syncedAt };
  switch (stage) {
    case 'Merged':
      return [
        { name: 'synced', state: 'waiting' },
        { name: 'rolledOut', state: 'waiting' },
      ];
    case 'Synced':
      return [synced, { name: 'rolledOut', state: 'waiting' }];
    case 'Landed':
      return [synced, { name: 'rolledOut', state: 'done', at: landedAt }];
    case 'RolledBack':
      return [synced];
    case 'Failed':
      return syncedAt
        ? [synced, { name: 'rolledOut', state: 'failed' }]
        : [{ name: 'synced', state: 'failed' }];
    default:
      return [];
  }
}
