export * from './changeObject';
export * from './clusterStatusSource';
export type { ClusterToken, ReadToken } from './credentials';
export * from './fields';
export * from './KubernetesClient';
export * from './KubernetesKind';
export * from './readClusterConnections';
export * from './watchTimingServiceRef';
