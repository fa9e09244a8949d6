export * from './asSentence';
export * from './extensionPoints';
export * from './MetricsSource';
export * from './StatusSource';
