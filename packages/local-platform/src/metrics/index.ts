export * from './startMetricsApi';
