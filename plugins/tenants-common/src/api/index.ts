export * from './TenantsApi';
export * from './TenantsClient';
