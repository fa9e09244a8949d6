/**
 * Tenant model, health roll-up, permissions and API client of Tenantry.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './api';
export * from './health';
export * from './model';
export * from './permissions';
export * from './rules';
