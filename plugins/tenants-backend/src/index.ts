/**
 * Collects the status of tenants and serves it.
 *
 * @packageDocumentation
 */
export { tenantsPlugin as default } from './plugin';
