/**
 * Load and comparison benchmarks of Tenantry.
 *
 * @packageDocumentation
 */
export * from './benchmark';
