export * from './assess';
export * from './MetricDefinition';
export * from './readCatalogue';
