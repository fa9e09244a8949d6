export * from './allowList';
export * from './tenantName';
