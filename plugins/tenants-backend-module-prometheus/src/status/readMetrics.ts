import { toError } from '@backstage/errors';
import { pace, TenantBinding } from '@tenantry/plugin-tenants-node';
import pLimit from 'p-limit';
import { MetricDefinition, MetricValue } from '../catalogue';
import { InstantAnswer, InstantElement, QueryRefusedError } from '../client';
import { renderQuery } from '../promql';
import { BindingIndex } from './BindingIndex';

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
  const attempt = (some: readonly MetricDefinition[]) =>
    Promise.all(
      some.map(metric => limit(() => attemptMetric(metric, options))),
    );
  const first = await attempt(metrics.slice(0, concurrency));
  if (first.length > 0 && first.every(({ unanswered }) => unanswered)) {
    throw first[0].unanswered;
  }
  const others = await attempt(metrics.slice(concurrency));
  return [...first, ...others].map(({ reading }) => reading);
}

interface Attempt {
  reading: MetricReading;
  /** Why there is no answer; a query that is refused is answered. */
  unanswered?: Error;
}

async function attemptMetric(
  metric: MetricDefinition,
  options: ReadMetricsOptions,
): Promise<Attempt> {
  try {
    return { reading: await readMetric(metric, options) };
  } catch (thrown) {
    const error = toError(thrown);
    return {
      reading: { metric, values: new Map(), gap: gapOf(error) },
      ...(!(error instanceof QueryRefusedError) && { unanswered: error }),
    };
  }
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
  for (const { labels, value } of elements) {
    const series = (seriesLabel && labels[seriesLabel]) || undefined;
    for (const binding of index.find(labels)) {
      const values = byBinding.get(binding);
      if (values) values.push({ series, value });
      else byBinding.set(binding, [{ series, value }]);
    }
    await pace();
  }
  return byBinding;
}
