import { useState } from 'react';
import { Button, Text } from '@backstage/ui';
import type {
  TimelineEvent,
  TimelineEventType,
} from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import type { TimelineQuery } from '../../hooks/useTimeline';
import { LoadingRows, QueryState } from '../PageState';
import { Section } from '../Section';
import { EventTypeFilter } from './EventTypeFilter';
import { TimelineEvents } from './TimelineEvents';

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
            <FilteredEvents events={items} />
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

function FilteredEvents({ events }: { events: TimelineEvent[] }) {
  const t = useText();
  const [types, setTypes] = useState<TimelineEventType[]>([]);
  const shown = events.filter(
    ({ type }) => types.length === 0 || types.includes(type),
  );
  return (
    <>
      <EventTypeFilter selected={types} onChange={setTypes} />
      {shown.length > 0 ? (
        <TimelineEvents events={shown} />
      ) : (
        <Text as="p" role="status" color="secondary">
          {t('timeline.emptyFilter')}
        </Text>
      )}
    </>
  );
}
