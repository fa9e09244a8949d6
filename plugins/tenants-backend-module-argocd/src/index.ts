/**
 * Argo CD status source for the tenants backend.
 *
 * @packageDocumentation
 */
export { tenantsModuleArgoCd as default } from './module';
