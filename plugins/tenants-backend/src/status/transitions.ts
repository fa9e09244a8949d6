import {
  TenantEnvironmentDetails,
  TimelineEvent,
} from '@tenantry/plugin-tenants-common';
import { alertTransitions } from './alertTransitions';

/** An event that the store has yet to number. */
export type NewTimelineEvent = Omit<TimelineEvent, 'id'>;

/**
 * What happened to a tenant environment between two statuses, for the timeline. Nothing has
 * happened yet to one that is seen for the first time.
 */
export function transitionsBetween(
  before: TenantEnvironmentDetails | undefined,
  after: TenantEnvironmentDetails,
  at: Date,
): NewTimelineEvent[] {
  if (!before) {
    return [];
  }
  const { tenant, environment } = after;
  const common = { at: at.toISOString(), tenant, environment };
  return [
    ...revisionChange(before, after),
    ...syncChange(before, after),
    ...healthChange(before, after),
    ...alertTransitions(before, after, at),
  ].map(event => ({ ...common, ...event }));
}

type Happening = Omit<NewTimelineEvent, 'at' | 'tenant' | 'environment'>;

function healthChange(
  before: TenantEnvironmentDetails,
  after: TenantEnvironmentDetails,
): Happening[] {
  if (before.health === after.health) {
    return [];
  }
  const { health, message } = after;
  const isFirst = before.reason === 'NotObserved';
  const change = isFirst
    ? `First seen ${health}.`
    : `Health went from ${before.health} to ${health}.`;
  return [
    {
      type: 'HealthChanged',
      message: message ? `${change} ${message}` : change,
      health,
      ...(!isFirst && { previousHealth: before.health }),
      ...(message && { cause: message }),
    },
  ];
}

function revisionChange(
  before: TenantEnvironmentDetails,
  after: TenantEnvironmentDetails,
): Happening[] {
  const revision = after.gitops?.revision;
  if (!revision || revision === before.gitops?.revision) {
    return [];
  }
  // The commit's message is left out: the commit may be about another tenant.
  return [
    {
      type: 'RevisionChanged',
      message: `${short(revision)} was applied${by(after)}.`,
      revision,
      ...initiatorOf(after),
    },
  ];
}

/**
 * The same revision applied again, because somebody asked for it or to end a drift. An engine that
 * can be asked again has not synced.
 */
function syncChange(
  before: TenantEnvironmentDetails,
  after: TenantEnvironmentDetails,
): Happening[] {
  const revision = after.gitops?.revision;
  const again = wasAppliedAgain(before, after);
  if (!again && !(before.sync === 'OutOfSync' && after.sync === 'Synced')) {
    return [];
  }
  return [
    {
      type: 'Synced',
      message:
        revision && again
          ? `${short(revision)} was applied again${by(after)}.`
          : 'What runs is what Git says again.',
      ...(revision && { revision }),
      ...(again && { reapplied: true, ...initiatorOf(after) }),
    },
  ];
}

function wasAppliedAgain(
  { gitops: before }: TenantEnvironmentDetails,
  { gitops: after }: TenantEnvironmentDetails,
): boolean {
  const [last] = after?.history ?? [];
  const [lastBefore] = before?.history ?? [];
  return (
    lastBefore !== undefined &&
    last !== undefined &&
    last.id !== lastBefore.id &&
    last.revision === before?.revision &&
    last.revision === after?.revision
  );
}

function short(revision: string): string {
  return `Revision ${revision.slice(0, 8)}`;
}

function by(status: TenantEnvironmentDetails): string {
  const { initiatedBy } = initiatorOf(status);
  return initiatedBy ? ` by ${initiatedBy}` : '';
}

/** Who had the revision applied that runs, where the engine knows. */
function initiatorOf({ gitops }: TenantEnvironmentDetails): {
  initiatedBy?: string;
} {
  const [last] = gitops?.history ?? [];
  return last?.initiatedBy && last.revision === gitops?.revision
    ? { initiatedBy: last.initiatedBy }
    : {};
}
