export * from './readPrometheusConfig';
export type { AlertsServer, MetricsServer } from './readServers';
