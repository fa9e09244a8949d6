import { useState } from 'react';
import { Flex, Text, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  metricRanges,
  type MetricRange,
  type StatusLink,
} from '@tenantry/plugin-tenants-common';
import { useMetrics } from '../../hooks/queries';
import { useText } from '../../hooks/useText';
import { LoadingRows, QueryState } from '../PageState';
import { Section } from '../Section';
import { ToolLinks } from '../ToolLinks';
import { MetricFigure } from './MetricFigure';
import styles from './MetricCharts.module.css';

/** The charts of the query catalogue for one tenant environment. */
export function MetricCharts(props: {
  tenant: string;
  environment: string;
  links: StatusLink[];
}) {
  const t = useText();
  const [range, setRange] = useState<MetricRange>('1h');
  const query = useMetrics(props.tenant, props.environment, range);
  return (
    <Section
      title={t('metrics.title')}
      actions={
        <Flex align="center" gap="3">
          <ToolLinks links={props.links} kind="dashboard" />
          <RangePicker range={range} onChange={setRange} />
        </Flex>
      }
    >
      <QueryState
        query={query}
        loading={
          <LoadingRows label={t('metrics.loading')} rows={2} height="12rem" />
        }
      >
        {({ charts, range: shownRange }) =>
          charts.length > 0 ? (
            <div className={styles.grid} aria-busy={query.isStale}>
              {charts.map(chart => (
                <MetricFigure key={chart.id} chart={chart} range={shownRange} />
              ))}
            </div>
          ) : (
            <Text color="secondary">{t('metrics.empty')}</Text>
          )
        }
      </QueryState>
    </Section>
  );
}

function RangePicker(props: {
  range: MetricRange;
  onChange: (range: MetricRange) => void;
}) {
  const t = useText();
  return (
    <ToggleButtonGroup
      aria-label={t('metrics.range')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.range]}
      onSelectionChange={keys =>
        metricRanges
          .filter(range => keys.has(range))
          .forEach(range => props.onChange(range))
      }
    >
      {metricRanges.map(range => (
        <ToggleButton key={range} id={range}>
          {t(`metrics.ranges.${range}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
