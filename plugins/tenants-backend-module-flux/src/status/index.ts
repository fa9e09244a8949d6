export * from './gitOpsStatus';
