export * from './catalogue';
export * from './MetricDefinition';
