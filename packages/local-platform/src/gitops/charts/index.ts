export * from './Chart';
export * from './renderChart';
