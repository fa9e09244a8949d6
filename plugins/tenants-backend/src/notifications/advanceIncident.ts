import {
  notificationSeverities,
  NotificationSeverity,
} from '@backstage/plugin-notifications-common';
import { randomUUID } from 'node:crypto';
import { NotificationSettings } from './NotificationSettings';
import { Condition, Incident } from './Incident';

type Unwell = Extract<Condition, { state: 'unwell' }>;
type Waits = Pick<NotificationSettings, 'wellAfterMs' | 'repeatAfterMs'>;

/** What becomes of an incident, and whom to tell. */
export interface Step {
  /** Absent when there is nothing to remember. */
  incident?: Incident;
  /** What people have to be told for this incident to be stored. */
  tell?: { news: 'unwell' | 'recovered'; audience: readonly string[] };
}

/**
 * The next step of an incident. It opens at once and closes slowly, so that a subject that comes
 * and goes is one incident; people are told once of its beginning, once when it gets worse, and
 * once of its end.
 */
export function advanceIncident(options: {
  subject: string;
  incident?: Incident;
  condition: Condition;
  now: Date;
  settings: Waits;
}): Step {
  const { subject, incident, condition, now, settings } = options;
  if (condition.state === 'unwell') {
    const open = openIncident(subject, incident, now);
    return isNews(open, condition, now, settings)
      ? tellUnwell(open, condition, now)
      : { incident: open };
  }
  if (!incident || incident.closedAt) {
    return keepClosed(incident, now, settings);
  }
  return condition.state === 'well'
    ? recover(incident, now, settings)
    : { incident: withoutWell(incident) };
}

function openIncident(
  subject: string,
  incident: Incident | undefined,
  now: Date,
): Incident {
  if (incident && !incident.closedAt) {
    return withoutWell(incident);
  }
  const notifiedAt = incident?.notifiedAt;
  return {
    subject,
    id: incident?.id ?? randomUUID(),
    openedAt: now.toISOString(),
    ...(notifiedAt && { notifiedAt }),
    told: [],
  };
}

function isNews(
  incident: Incident,
  { delayMs, severity, audience }: Unwell,
  now: Date,
  { repeatAfterMs }: Waits,
): boolean {
  const { openedAt, notifiedAt, told } = incident;
  if (!hasPassed(openedAt, delayMs, now)) {
    return false;
  }
  if (told.length === 0) {
    return !notifiedAt || hasPassed(notifiedAt, repeatAfterMs, now);
  }
  return (
    isWorse(severity, incident.severity) ||
    audience.some(entityRef => !told.includes(entityRef))
  );
}

function tellUnwell(
  incident: Incident,
  { severity, audience }: Unwell,
  now: Date,
): Step {
  const isWorst = isWorse(severity, incident.severity);
  return {
    incident: {
      ...incident,
      notifiedAt: now.toISOString(),
      severity: isWorst ? severity : incident.severity,
      told: [...new Set([...incident.told, ...audience])],
    },
    tell: { news: 'unwell', audience },
  };
}

function recover(incident: Incident, now: Date, settings: Waits): Step {
  const { wellSince = now.toISOString(), told } = incident;
  if (!hasPassed(wellSince, settings.wellAfterMs, now)) {
    return { incident: { ...incident, wellSince } };
  }
  const closed = { ...incident, wellSince, closedAt: now.toISOString() };
  return told.length > 0
    ? { incident: closed, tell: { news: 'recovered', audience: told } }
    : keepClosed(closed, now, settings);
}

/** A closed incident is of use for as long as people must not be told of another one. */
function keepClosed(
  incident: Incident | undefined,
  now: Date,
  { repeatAfterMs }: Waits,
): Step {
  const notifiedAt = incident?.notifiedAt;
  return notifiedAt && !hasPassed(notifiedAt, repeatAfterMs, now)
    ? { incident }
    : {};
}

function withoutWell(incident: Incident): Incident {
  if (!incident.wellSince) {
    return incident;
  }
  const { wellSince, ...rest } = incident;
  return rest;
}

function isWorse(
  severity: NotificationSeverity,
  other: NotificationSeverity | undefined,
): boolean {
  const rank = notificationSeverities.indexOf(severity);
  return !other || rank < notificationSeverities.indexOf(other);
}

function hasPassed(since: string, waitMs: number, now: Date): boolean {
  return now.getTime() - Date.parse(since) >= waitMs;
}
