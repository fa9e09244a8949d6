export * from './FaultTimes';
export * from './SimulatedMetrics';
export { metricFamilies } from './families';
