/**
 * Kubernetes status source for the tenants backend.
 *
 * @packageDocumentation
 */
export { tenantsModuleKubernetes as default } from './module';
