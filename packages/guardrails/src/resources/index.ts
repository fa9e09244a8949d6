export * from './explainResource';
