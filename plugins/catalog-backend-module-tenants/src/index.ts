/**
 * Registers the tenants, environments and clusters of the registry in the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleTenants as default } from './module';
