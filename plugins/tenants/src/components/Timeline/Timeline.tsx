import { Button, Text } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import type { TimelineQuery } from '../../hooks/useTimeline';
import { LoadingRows, QueryState } from '../PageState';
import { Section } from '../Section';
import { stripOf } from './strip';
import { TimelineFilterBar } from './TimelineFilterBar';
import { TimelineStrip } from './TimelineStrip';
import type { TimelineFilters } from './useTimelineFilters';
import styles from './Timeline.module.css';

/** What happened to a tenant, newest first: changes with what followed, and events between them. */
export function Timeline(
  props: TimelineQuery & {
    filters: TimelineFilters;
    /** Those to choose from. */
    environments: string[];
    onFilter: (filters: TimelineFilters) => void;
  },
) {
  const { query, showOlder, filters, environments, onFilter } = props;
  const t = useText();
  const isFiltered = filters.kinds.length > 0 || filters.environment;
  return (
    <Section title={t('timeline.title')}>
      <TimelineFilterBar
        filters={filters}
        environments={environments}
        onChange={onFilter}
      />
      <QueryState
        query={query}
        loading={<LoadingRows label={t('timeline.loading')} rows={3} />}
      >
        {timeline =>
          timeline.items.length > 0 ? (
            <div className={styles.strip} aria-busy={query.isStale}>
              <TimelineStrip rows={stripOf(timeline)} />
            </div>
          ) : (
            <Text as="p" role="status" color="secondary">
              {t(isFiltered ? 'timeline.emptyFilter' : 'timeline.empty')}
            </Text>
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
