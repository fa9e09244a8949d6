/**
 * Puts tenants into Backstage search.
 *
 * @packageDocumentation
 */
export { searchModuleTenants as default } from './module';
export type { TenantDocument } from './tenantDocuments';
