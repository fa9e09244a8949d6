/**
 * Flux status source and requests for the tenants backend.
 *
 * @packageDocumentation
 */
export { tenantsModuleFlux as default } from './module';
