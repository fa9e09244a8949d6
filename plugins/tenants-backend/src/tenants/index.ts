export * from './cursor';
export * from './pageOfTenants';
export * from './selectTenants';
export * from './TenantsView';
