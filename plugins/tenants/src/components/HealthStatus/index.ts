export { HealthStatus } from './HealthStatus';
export { healthAppearance } from './healthAppearance';
export { useHealthSentence } from './useHealthSentence';
