export type { ClusterContext } from './ClusterContext';
export * from './cluster/seedCluster';
export * from './startControllers';
