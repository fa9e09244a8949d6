export * from './allowList';
export * from './plainText';
export * from './tenantName';
