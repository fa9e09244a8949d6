export * from './AuthorizedChanges';
export * from './AuthorizedTenants';
export * from './registerTenantResource';
export * from './requirePermission';
