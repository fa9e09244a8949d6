export * from './checkQuery';
export * from './renderQuery';
