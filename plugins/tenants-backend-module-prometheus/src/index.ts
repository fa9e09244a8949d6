/**
 * Status and charts from Prometheus for the tenants backend.
 *
 * @packageDocumentation
 */
export { tenantsModulePrometheus as default } from './module';
