import { Suspense, lazy } from 'react';
import { Skeleton, Text } from '@backstage/ui';
import type { MetricChart, MetricRange } from '@tenantry/plugin-tenants-common';
import { useLanguage } from '../../hooks/useLanguage';
import { useText } from '../../hooks/useText';
import { isReported, latestValue } from './chartData';
import { formatMetric } from './formatMetric';
import { seriesStroke } from './seriesStroke';
import styles from './MetricCharts.module.css';

/** The chart library is large, so that only a page that shows a chart loads it. */
const MetricLines = lazy(() =>
  import('./MetricLines').then(module => ({ default: module.MetricLines })),
);

/** One chart with its title, what it means, and each series' newest value in words. */
export function MetricFigure(props: {
  chart: MetricChart;
  range: MetricRange;
}) {
  const { chart, range } = props;
  const t = useText();
  return (
    <figure className={styles.figure}>
      <figcaption>
        <Text as="p" weight="bold">
          {chart.title}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          {chart.description}
        </Text>
      </figcaption>
      {isReported(chart.series) ? (
        <>
          <div
            className={styles.plot}
            role="img"
            aria-label={t('metrics.chartLabel', {
              title: chart.title,
              range: t(`metrics.ranges.${range}`),
            })}
          >
            <Suspense fallback={<Skeleton width="100%" height="100%" />}>
              <MetricLines chart={chart} range={range} />
            </Suspense>
          </div>
          <Legend chart={chart} />
        </>
      ) : (
        <div className={styles.notReported}>
          <Text color="secondary">{t('metrics.notReported')}</Text>
        </div>
      )}
    </figure>
  );
}

function Legend({ chart }: { chart: MetricChart }) {
  const t = useText();
  const language = useLanguage();
  return (
    <ul className={styles.legend}>
      {chart.series.map(({ name, points }, position) => {
        const latest = latestValue(points);
        return (
          <li key={name}>
            <svg className={styles.key} aria-hidden>
              <line
                x1="0"
                x2="100%"
                y1="50%"
                y2="50%"
                {...seriesStroke(position)}
              />
            </svg>
            {t('metrics.latest', {
              series: name,
              value:
                latest === null
                  ? t('metrics.noLatest')
                  : formatMetric(latest, chart.unit, language),
            })}
          </li>
        );
      })}
    </ul>
  );
}
