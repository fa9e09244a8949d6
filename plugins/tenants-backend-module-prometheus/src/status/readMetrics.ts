import { TenantBinding } from '@tenantry/plugin-tenants-node';
import pLimit from 'p-limit';
import { MetricDefinition, MetricValue } from '../catalogue';
import { InstantAnswer, InstantElement, QueryRefusedError } from '../client';
import { renderQuery } from '../promql';
import { BindingIndex } from './BindingIndex';
import { inBatches } from '../inBatches';

/** Why values may be missing although something reports them. */
export interface Gap {
  /** One CamelCase word. */
  reason: string;
  message: string;
}

/** The current values of one metric in all tenant environments. */
export interface MetricReading {
  metric: MetricDefinition;
  values: ReadonlyMap<TenantBinding, MetricValue[]>;
  gap?: Gap;
}

export interface ReadMetricsOptions {
  client: { query: (query: string) => Promise<InstantAnswer> };
  /** Those that are judged. */
  metrics: readonly MetricDefinition[];
  index: BindingIndex;
  maximumAgeSeconds: number;
}

/** Queries of one look that are under way at once; the server has others to serve. */
const concurrency = 4;

/**
 * Asks for each metric once, for all tenants together. A query that fails is a gap of its metric.
 * When none of the first ones is answered, the others are not asked: with a server that hangs, a
 * look takes one timeout and not one for each few metrics.
 *
 * @throws ServiceUnavailableError when no query that was asked is answered.
 */
export async function readMetrics(
  options: ReadMetricsOptions,
): Promise<MetricReading[]> {
  const { metrics } = options;
  const limit = pLimit(concurrency);
  const enough = Math.min(concurrency, metrics.length);
  let isAnswered = false;
  let unanswered = 0;
  const read = async (metric: MetricDefinition): Promise<MetricReading> => {
    try {
      const reading = await readMetric(metric, options);
      isAnswered = true;
      return reading;
    } catch (error) {
      if (error instanceof QueryRefusedError) isAnswered = true;
      else unanswered += 1;
      if (!isAnswered && unanswered >= enough) {
        limit.clearQueue();
        throw error;
      }
      return { metric, values: new Map(), gap: gapOf(error as Error) };
    }
  };
  return Promise.all(metrics.map(metric => limit(read, metric)));
}

function gapOf(error: Error): Gap {
  const refused = error instanceof QueryRefusedError;
  return {
    reason: refused ? 'QueryRefused' : 'QueryFailed',
    message: error.message,
  };
}

async function readMetric(
  metric: MetricDefinition,
  { client, index, maximumAgeSeconds }: ReadMetricsOptions,
): Promise<MetricReading> {
  const labelNames = index.labelNames();
  const query = renderQuery(metric.query, { labelNames, maximumAgeSeconds });
  const { elements, partial } = await client.query(query);
  return {
    metric,
    values: await splitByBinding(metric, elements, index),
    ...(partial && {
      gap: {
        reason: 'PartialAnswer',
        message: `Only a part of the metrics servers answered (${partial}), and it has no values of "${metric.title}".`,
      },
    }),
  };
}

async function splitByBinding(
  { seriesLabel }: MetricDefinition,
  elements: readonly InstantElement[],
  index: BindingIndex,
): Promise<Map<TenantBinding, MetricValue[]>> {
  const byBinding = new Map<TenantBinding, MetricValue[]>();
  for await (const some of inBatches(elements)) {
    for (const { labels, value } of some) {
      const series = (seriesLabel && labels[seriesLabel]) || undefined;
      for (const binding of index.find(labels)) {
        const values = byBinding.get(binding);
        if (values) values.push({ series, value });
        else byBinding.set(binding, [{ series, value }]);
      }
    }
  }
  return byBinding;
}
