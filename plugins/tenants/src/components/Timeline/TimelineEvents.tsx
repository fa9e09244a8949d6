import { Link, Text } from '@backstage/ui';
import type {
  TimelineChange,
  TimelineEvent,
} from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { CopyButton } from '../CopyButton';
import { HealthStatus } from '../HealthStatus';
import { RelativeTime } from '../RelativeTime';
import { eventIcons } from './eventIcons';
import styles from './Timeline.module.css';

const shortRevisionLength = 8;

/** Events along one strip. */
export function TimelineEvents({ events }: { events: TimelineEvent[] }) {
  const t = useText();
  return (
    <ol className={styles.events} aria-label={t('timeline.listLabel')}>
      {events.map(event => (
        <li key={event.id} className={styles.event}>
          <EventDetails event={event} />
        </li>
      ))}
    </ol>
  );
}

function EventDetails({ event }: { event: TimelineEvent }) {
  const Icon = eventIcons[event.type];
  return (
    <>
      <Icon className={styles.icon} aria-hidden />
      <div className={styles.text}>
        <Text as="p">{event.message}</Text>
        {event.health && <HealthStatus health={event.health} />}
        <Text variant="body-small" color="secondary">
          {event.environment}, <RelativeTime at={event.at} />
        </Text>
        {event.change && <ChangeLink change={event.change} />}
        {event.revision && <Revision revision={event.revision} />}
      </div>
    </>
  );
}

function ChangeLink({ change }: { change: TimelineChange }) {
  const t = useText();
  const { url, number, author } = change;
  return (
    <Link href={url} target="_blank" rel="noopener noreferrer">
      {t('timeline.pullRequest', { number: `${number}`, author })}
    </Link>
  );
}

function Revision({ revision }: { revision: string }) {
  const t = useText();
  const short = revision.slice(0, shortRevisionLength);
  return (
    <span className={styles.revision}>
      <Text variant="body-small" color="secondary" title={revision}>
        {t('timeline.revision', { revision: short })}
      </Text>
      <CopyButton
        text={revision}
        what={t('timeline.revision', { revision: short })}
      />
    </span>
  );
}
