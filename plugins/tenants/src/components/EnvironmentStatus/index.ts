export { EnvironmentStatus } from './EnvironmentStatus';
