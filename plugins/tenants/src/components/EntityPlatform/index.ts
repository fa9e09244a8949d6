export { EntityClusterCard } from './EntityClusterCard';
export { EntityEnvironmentCard } from './EntityEnvironmentCard';
