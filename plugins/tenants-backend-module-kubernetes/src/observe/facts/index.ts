export * from './factsIn';
