export { tenantLoader } from './tenantLoader';
export { tenantsApiRef } from './tenantsApiRef';
