export { describeFiles } from './describeChange';
export * from './isTenantFile';
export { noChangeRule } from './planChange';
export * from './renderChange';
