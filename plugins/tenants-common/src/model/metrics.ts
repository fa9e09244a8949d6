/**
 * One point of a series: Unix time in seconds and the value; `null` where nothing was reported.
 *
 * @public
 */
export type MetricPoint = [timestamp: number, value: number | null];

/**
 * Unit of a metric's values, for the axis and the hover text.
 *
 * @public
 */
export type MetricUnit =
  | 'bytes'
  | 'seconds'
  | 'cores'
  | 'count'
  | 'ratio'
  | 'coins';

/**
 * One chart of the tenant page, from the fixed query catalogue.
 *
 * @public
 */
export interface MetricChart {
  /** Id in the query catalogue, for example `ledger-lag`. */
  id: string;
  title: string;
  /** What the values mean, and which are well, in one sentence. */
  description: string;
  unit: MetricUnit;
  thresholds: {
    value: number;
    severity: 'warning' | 'critical';
    label: string;
    /** Side of the value on which the metric is unwell. */
    unwell?: 'above' | 'below';
  }[];
  /** Empty when the metric is not reported, which is never the same as zero. */
  series: { name: string; points: MetricPoint[] }[];
  /** Why the metrics server gives no series, for a person. */
  message?: string;
}

/**
 * Time span of range charts, ending now.
 *
 * @public
 */
export type MetricRange = '1h' | '6h' | '24h' | '7d';

/** @public */
export const metricRanges: readonly MetricRange[] = ['1h', '6h', '24h', '7d'];

/** @public */
export interface TenantEnvironmentMetrics {
  range: MetricRange;
  charts: MetricChart[];
}
