export { EnvironmentStatus } from './EnvironmentStatus';
export { LiveEnvironmentStatus } from './LiveEnvironmentStatus';
