export * from './faults';
export * from './tenantNamespaces';
