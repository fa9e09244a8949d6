import { ForwardedError, ServiceUnavailableError } from '@backstage/errors';
import {
  MetricChart,
  MetricPoint,
  MetricRange,
} from '@tenantry/plugin-tenants-common';
import { MetricsSource } from '@tenantry/plugin-tenants-node';
import { metricCatalogue, MetricDefinition, Thresholds } from '../catalogue';
import { PrometheusClient, QueryRefusedError, RangeSeries } from '../client';
import { renderMatchers } from '../matchers';

/** Most lines of one chart; more could not be told apart. */
const maximumSeries = 20;

/** Length of each range and distance of its points, in seconds. */
const ranges: Record<MetricRange, { length: number; step: number }> = {
  '1h': { length: 3_600, step: 30 },
  '6h': { length: 21_600, step: 120 },
  '24h': { length: 86_400, step: 480 },
  '7d': { length: 604_800, step: 3_600 },
};

interface Window {
  start: number;
  end: number;
  step: number;
}

/**
 * Charts of one tenant environment. The queries are those of the catalogue, restricted to the
 * series that the binding names. Whoever calls keeps the answers, so that viewers cost nothing.
 */
export function createPrometheusMetricsSource(options: {
  client: PrometheusClient;
  thresholds: Thresholds;
  now?: () => Date;
}): MetricsSource {
  const { client, thresholds, now = () => new Date() } = options;
  return {
    async charts({ binding, range, signal }) {
      const matchers = renderMatchers(binding);
      const window = windowOf(range, now());
      return Promise.all(
        metricCatalogue.map(async metric => {
          const labels = metric.seriesLabel ?? '';
          const query = metric.promql({ labels, matchers });
          const series = await client
            .queryRange(query, window, signal)
            .catch(refuse);
          return toChart(metric, thresholds, series, window);
        }),
      );
    },
  };
}

function refuse(error: Error): never {
  throw error instanceof QueryRefusedError
    ? new ForwardedError(
        'The charts cannot be drawn',
        new ServiceUnavailableError(error.message),
      )
    : error;
}

/** Ends at a multiple of the step, so that points stay where they are as time goes on. */
function windowOf(range: MetricRange, now: Date): Window {
  const { length, step } = ranges[range];
  const end = Math.floor(now.getTime() / 1000 / step) * step;
  return { start: end - length, end, step };
}

function toChart(
  metric: MetricDefinition,
  thresholds: Thresholds,
  series: RangeSeries[],
  window: Window,
): MetricChart {
  const { id, title, description, unit, seriesLabel } = metric;
  return {
    id,
    title,
    description,
    unit,
    thresholds: metric.chartThresholds?.(thresholds) ?? [],
    series: series
      .filter(({ points }) => points.length > 0)
      .map(({ labels, points }) => ({
        name: (seriesLabel && labels[seriesLabel]) || title,
        points: withGaps(points, window),
      }))
      .sort((left, right) => left.name.localeCompare(right.name))
      .slice(0, maximumSeries),
  };
}

/** A point for each step, with `null` where nothing was reported. */
function withGaps(
  points: RangeSeries['points'],
  { start, end, step }: Window,
): MetricPoint[] {
  const values = new Map(points);
  const filled: MetricPoint[] = [];
  for (let timestamp = start; timestamp <= end; timestamp += step) {
    filled.push([timestamp, values.get(timestamp) ?? null]);
  }
  return filled;
}
