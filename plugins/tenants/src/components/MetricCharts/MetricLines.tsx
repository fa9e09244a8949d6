import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { DateTime } from 'luxon';
import type { MetricChart, MetricRange } from '@tenantry/plugin-tenants-common';
import { useLanguage } from '../../hooks/useLanguage';
import { axisTicks } from './axisTicks';
import { chartRows } from './chartData';
import { formatMetric } from './formatMetric';
import { seriesStroke, thresholdColours } from './seriesStroke';

const axis = {
  stroke: 'var(--bui-border-2)',
  tick: { fill: 'var(--bui-fg-secondary)', fontSize: 11 },
};

const tooltip = {
  backgroundColor: 'var(--bui-bg-neutral-1)',
  border: '1px solid var(--bui-border-2)',
  borderRadius: 'var(--bui-radius-2)',
  color: 'var(--bui-fg-primary)',
};

/** The lines of one chart over time, with its thresholds. */
export function MetricLines(props: { chart: MetricChart; range: MetricRange }) {
  const { series, thresholds, unit } = props.chart;
  const locale = useLanguage();
  const tickFormat =
    props.range === '7d' ? DateTime.DATE_SHORT : DateTime.TIME_24_SIMPLE;
  const ticks = axisTicks(props.chart);
  const [bottom, top] = [ticks[0], ticks[ticks.length - 1]];
  const format = (value: number) => formatMetric(value, unit, locale);
  const formatTime = (time: number, as: Intl.DateTimeFormatOptions) =>
    DateTime.fromMillis(time).toLocaleString(as, { locale });
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart
        data={chartRows(series)}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--bui-border-1)" vertical={false} />
        <XAxis
          {...axis}
          dataKey="time"
          type="number"
          domain={['dataMin', 'dataMax']}
          minTickGap={24}
          interval="equidistantPreserveStart"
          tickFormatter={time => formatTime(time, tickFormat)}
        />
        <YAxis
          {...axis}
          width={72}
          ticks={ticks}
          domain={[bottom, top]}
          interval={0}
          tickFormatter={value => formatMetric(value, unit, locale, top)}
        />
        <Tooltip
          contentStyle={tooltip}
          isAnimationActive={false}
          labelFormatter={time =>
            formatTime(Number(time), DateTime.DATETIME_MED_WITH_SECONDS)
          }
          formatter={value => format(Number(value))}
        />
        {thresholds.map(({ value, severity, label }) => (
          <ReferenceLine
            key={label}
            y={value}
            stroke={thresholdColours[severity]}
            strokeDasharray="4 4"
            label={{
              value: label,
              // On the side that is not the edge of the chart.
              position:
                value > (bottom + top) / 2
                  ? 'insideTopRight'
                  : 'insideBottomRight',
              fill: thresholdColours[severity],
              fontSize: 11,
            }}
          />
        ))}
        {series.map(({ name }, position) => (
          <Line
            key={name}
            name={name}
            dataKey={row => row.values[position]}
            {...seriesStroke(position)}
            dot={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
