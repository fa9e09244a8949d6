/**
 * Extension points of the tenants backend, and reading of the registry.
 *
 * @packageDocumentation
 */
export * from './kubernetes';
export * from './pace';
export * from './permissions';
export * from './registry';
export * from './sources';
