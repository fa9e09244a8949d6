import type { TimelineEvent } from '@tenantry/plugin-tenants-common';
import type { Text } from '../../hooks/useText';
import { shortRevision } from './shortRevision';

/** Says in the reader's language what an event is; in the backend's words where it lacks the data. */
export function eventSentence(event: TimelineEvent, t: Text): string {
  switch (event.type) {
    case 'HealthChanged':
      return healthSentence(event, t);
    case 'RevisionChanged':
    case 'Synced':
      return syncSentence(event, t);
    case 'AlertFired':
    case 'AlertResolved':
      return event.alert
        ? t(`timeline.events.${event.type}`, { name: event.alert.name })
        : event.message;
    case 'WaveProposed':
    case 'WaveHealthy':
    case 'WaveHalted':
      return event.wave
        ? t(`timeline.events.${event.type}`, {
            number: `${event.wave.number}`,
            rollout: event.wave.rollout,
          })
        : event.message;
    default:
      return changeSentence(event, t);
  }
}

function changeSentence(
  { type, change, message }: TimelineEvent,
  t: Text,
): string {
  if (!change) {
    return message;
  }
  const { author, title } = change;
  switch (type) {
    case 'ChangeOpened':
    case 'ChangeCommitted':
      return t(`timeline.events.${type}`, { author, title });
    case 'ChangeMerged':
    case 'ChangeClosed':
      return t(`timeline.events.${type}`, { title });
    default:
      return message;
  }
}

function healthSentence(
  { health, previousHealth, message }: TimelineEvent,
  t: Text,
): string {
  if (!health) {
    return message;
  }
  const to = t(`health.${health}`);
  return previousHealth
    ? t('timeline.events.HealthChanged', {
        from: t(`health.${previousHealth}`),
        to,
      })
    : t('timeline.events.HealthSeen', { to });
}

function syncSentence(
  { type, revision, reapplied, initiatedBy: by }: TimelineEvent,
  t: Text,
): string {
  if (!revision || (type === 'Synced' && !reapplied)) {
    return t('timeline.events.Synced');
  }
  const name = type === 'Synced' ? 'Reapplied' : 'RevisionChanged';
  const values = { revision: shortRevision(revision) };
  return by
    ? t(`timeline.events.${name}By`, { ...values, by })
    : t(`timeline.events.${name}`, values);
}
