export * from './AlertsClient';
export { QueryRefusedError } from './answer';
export * from './PrometheusClient';
export type { InstantElement, RangeSeries } from './responses';
