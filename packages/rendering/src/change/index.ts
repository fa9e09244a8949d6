export { describeFiles } from './describeChange';
export * from './isTenantFile';
export * from './renderChange';
