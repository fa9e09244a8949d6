export * from './clusterClock';
export * from './faults';
export * from './hugeObject';
export * from './tenantNamespaces';
