export { describeFiles } from './describeChange';
export * from './renderChange';
