export { explainNewTenantName } from './newTenantName';
