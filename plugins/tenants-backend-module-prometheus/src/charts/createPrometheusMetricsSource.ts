import { ServiceUnavailableError } from '@backstage/errors';
import {
  MetricChart,
  MetricPoint,
  MetricRange,
} from '@tenantry/plugin-tenants-common';
import { MetricsSource } from '@tenantry/plugin-tenants-node';
import pLimit from 'p-limit';
import { MetricDefinition } from '../catalogue';
import { QueryRefusedError, RangeSeries } from '../client';
import { renderMatchers } from '../matchers';
import { renderQuery, restrictQuery } from '../promql';
import { ConnectedServer, noServerFor } from '../servers';

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

/** Queries of one page view that are under way at once. */
const concurrency = 6;

/**
 * Charts of one tenant environment. The queries are those of the catalogue, restricted to the
 * series that the binding names. Whoever calls keeps the answers, so that viewers cost nothing.
 */
export function createPrometheusMetricsSource(options: {
  servers: readonly ConnectedServer[];
  metrics: readonly MetricDefinition[];
  maximumAgeSeconds: number;
  now?: () => Date;
}): MetricsSource {
  const { servers, maximumAgeSeconds, now = () => new Date() } = options;
  const metrics = options.metrics.filter(({ chart }) => chart);
  return {
    async charts({ binding, range, signal }) {
      const matchers = renderMatchers(binding);
      const server = servers.find(({ has }) => has(binding));
      if (!server)
        throw new ServiceUnavailableError(noServerFor(binding.cluster));
      const window = windowOf(range, now());
      const scope = {
        labelNames: Object.keys(binding.metricMatchers),
        maximumAgeSeconds,
      };
      const limit = pLimit(concurrency);
      return Promise.all(
        metrics.map(metric => {
          const query = restrictQuery(
            renderQuery(metric.query, scope),
            matchers,
          );
          const ask = () => server.metrics.queryRange(query, window, signal);
          return limit(() => drawChart(metric, ask, window));
        }),
      );
    },
  };
}

/** A query that the server does not evaluate costs its own chart, which says so. */
async function drawChart(
  metric: MetricDefinition,
  ask: () => Promise<RangeSeries[]>,
  window: Window,
): Promise<MetricChart> {
  try {
    return toChart(metric, await ask(), window);
  } catch (error) {
    if (!(error instanceof QueryRefusedError)) throw error;
    return { ...toChart(metric, [], window), message: error.message };
  }
}

/** Ends at a multiple of the step, so that points stay where they are as time goes on. */
function windowOf(range: MetricRange, now: Date): Window {
  const { length, step } = ranges[range];
  const end = Math.floor(now.getTime() / 1000 / step) * step;
  return { start: end - length, end, step };
}

function toChart(
  { id, title, description, unit, seriesLabel, check }: MetricDefinition,
  series: RangeSeries[],
  window: Window,
): MetricChart {
  return {
    id,
    title,
    description,
    unit,
    thresholds: (check?.levels ?? []).map(({ limit, severity, label }) => ({
      value: limit,
      severity,
      label,
      unwell: check!.unwell,
    })),
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
