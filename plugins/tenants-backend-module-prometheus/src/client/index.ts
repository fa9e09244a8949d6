export * from './PrometheusClient';
export type { InstantElement, RangeSeries } from './responses';
