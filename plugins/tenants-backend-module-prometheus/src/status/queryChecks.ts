import { TenantBinding } from '@tenantry/plugin-tenants-node';
import {
  metricCatalogue,
  MetricCheck,
  MetricDefinition,
  MetricValue,
} from '../catalogue';
import { PrometheusClient, QueryRefusedError } from '../client';
import { BindingIndex } from './BindingIndex';

/** A definition that has a check. */
export type CheckedMetric = MetricDefinition & { check: MetricCheck };

/** The current values of one metric, or why the server does not evaluate its query. */
export interface MetricReading {
  metric: CheckedMetric;
  values: ReadonlyMap<TenantBinding, MetricValue[]>;
  refusal?: string;
}

const checkedMetrics = metricCatalogue.filter(
  (metric): metric is CheckedMetric => metric.check !== undefined,
);

/**
 * Asks for each metric once, for all tenants together.
 *
 * @throws ServiceUnavailableError when the server cannot be asked.
 */
export function queryChecks(options: {
  client: PrometheusClient;
  index: BindingIndex;
  signal: AbortSignal;
}): Promise<MetricReading[]> {
  const { client, index, signal } = options;
  const names = index.labelNames();
  return Promise.all(
    checkedMetrics.map(async metric => {
      const labels = [...names, metric.seriesLabel].filter(Boolean).join(', ');
      const query = metric.promql({ labels, matchers: '' });
      try {
        const elements = await client.query(query, signal);
        return { metric, values: splitByBinding(metric, elements, index) };
      } catch (error) {
        if (!(error instanceof QueryRefusedError)) throw error;
        return { metric, values: new Map(), refusal: error.message };
      }
    }),
  );
}

function splitByBinding(
  { seriesLabel }: MetricDefinition,
  elements: { labels: Record<string, string>; value: number }[],
  index: BindingIndex,
): Map<TenantBinding, MetricValue[]> {
  const byBinding = new Map<TenantBinding, MetricValue[]>();
  for (const { labels, value } of elements) {
    const series = seriesLabel && labels[seriesLabel];
    for (const binding of index.find(labels)) {
      const values = byBinding.get(binding) ?? [];
      values.push({ series, value });
      byBinding.set(binding, values);
    }
  }
  return byBinding;
}
