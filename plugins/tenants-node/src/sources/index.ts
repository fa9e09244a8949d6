export * from './asSentence';
export * from './extensionPoints';
export * from './GitOpsEngine';
export * from './MetricsSource';
export * from './StatusSource';
export * from './utcMinute';
