export * from './Clock';
export * from './createSimulatedClock';
export * from './WorkQueue';
