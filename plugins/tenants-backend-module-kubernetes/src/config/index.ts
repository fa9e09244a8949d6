export * from './readThresholds';
export * from './Thresholds';
