export { FleetLink, HealthSummary } from './HealthSummary';
