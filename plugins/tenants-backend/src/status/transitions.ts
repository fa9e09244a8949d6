import {
  TenantEnvironmentStatus,
  TimelineEvent,
} from '@tenantry/plugin-tenants-common';

/** An event that the store has yet to number. */
export type NewTimelineEvent = Omit<TimelineEvent, 'id'>;

/**
 * What happened to a tenant environment between two statuses, for the timeline. Nothing has
 * happened yet to one that is seen for the first time.
 */
export function transitionsBetween(
  before: TenantEnvironmentStatus | undefined,
  after: TenantEnvironmentStatus,
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
  ].map(event => ({ ...common, ...event }));
}

type Happening = Omit<NewTimelineEvent, 'at' | 'tenant' | 'environment'>;

function healthChange(
  before: TenantEnvironmentStatus,
  after: TenantEnvironmentStatus,
): Happening[] {
  if (before.health === after.health) {
    return [];
  }
  const { health, message } = after;
  const change =
    before.reason === 'NotObserved'
      ? `First seen ${health}.`
      : `Health went from ${before.health} to ${health}.`;
  return [
    {
      type: 'HealthChanged',
      message: message ? `${change} ${message}` : change,
      health,
    },
  ];
}

function revisionChange(
  before: TenantEnvironmentStatus,
  after: TenantEnvironmentStatus,
): Happening[] {
  const revision = after.gitops?.revision;
  if (!revision || revision === before.gitops?.revision) {
    return [];
  }
  const subject = after.gitops?.revisionMessage;
  const applied = `Revision ${revision.slice(0, 8)} was applied`;
  return [
    {
      type: 'RevisionChanged',
      message: subject ? `${applied}: ${subject}` : `${applied}.`,
      revision,
    },
  ];
}

/** Only a drift that ended counts: an engine that can be asked again has not synced. */
function syncChange(
  before: TenantEnvironmentStatus,
  after: TenantEnvironmentStatus,
): Happening[] {
  const revision = after.gitops?.revision;
  return before.sync === 'OutOfSync' && after.sync === 'Synced'
    ? [
        {
          type: 'Synced',
          message: 'What runs is what Git says again.',
          ...(revision && { revision }),
        },
      ]
    : [];
}
