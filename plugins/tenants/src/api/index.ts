export { tenantsApiRef } from './tenantsApiRef';
