import { Button, Text } from '@backstage/ui';
import {
  RiGitCommitLine,
  RiHeartPulseLine,
  RiLoopLeftLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type {
  TimelineEvent,
  TimelineEventType,
} from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import type { TimelineQuery } from '../../hooks/useTimeline';
import { HealthStatus } from '../HealthStatus';
import { LoadingRows, QueryState } from '../PageState';
import { RelativeTime } from '../RelativeTime';
import { Section } from '../Section';
import styles from './Timeline.module.css';

const icons: Record<TimelineEventType, RemixiconComponentType> = {
  HealthChanged: RiHeartPulseLine,
  Synced: RiLoopLeftLine,
  RevisionChanged: RiGitCommitLine,
};

/** What happened to a tenant, in all its environments, newest first. */
export function Timeline({ query, showOlder }: TimelineQuery) {
  const t = useText();
  return (
    <Section title={t('timeline.title')}>
      <QueryState
        query={query}
        loading={<LoadingRows label={t('timeline.loading')} rows={3} />}
      >
        {({ items }) =>
          items.length > 0 ? (
            <Events events={items} />
          ) : (
            <Text color="secondary">{t('timeline.empty')}</Text>
          )
        }
      </QueryState>
      {showOlder && (
        <Button
          variant="secondary"
          isPending={query.isStale}
          onPress={showOlder}
        >
          {t('timeline.older')}
        </Button>
      )}
    </Section>
  );
}

function Events({ events }: { events: TimelineEvent[] }) {
  return (
    <ol className={styles.events}>
      {events.map(event => (
        <li key={event.id} className={styles.event}>
          <EventDetails event={event} />
        </li>
      ))}
    </ol>
  );
}

function EventDetails({ event }: { event: TimelineEvent }) {
  const t = useText();
  const Icon = icons[event.type];
  return (
    <>
      <Icon className={styles.icon} aria-hidden />
      <div className={styles.text}>
        <Text as="p">{event.message}</Text>
        {event.health && <HealthStatus health={event.health} />}
        <Text variant="body-small" color="secondary">
          {event.environment}, <RelativeTime at={event.at} />
          {event.revision &&
            `, ${t('timeline.revision', {
              revision: event.revision.slice(0, 8),
            })}`}
        </Text>
      </div>
    </>
  );
}
