/**
 * The command `tenantry`.
 *
 * @packageDocumentation
 */
export * from './run';
