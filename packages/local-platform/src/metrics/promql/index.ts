export { parseDuration } from './literals';
export type { SelectSeries } from './Evaluator';
export * from './labels';
export * from './matchers';
export * from './parseSelector';
export * from './PromqlError';
export * from './queries';
export * from './values';
