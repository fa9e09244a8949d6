/**
 * What the tests of several packages share.
 *
 * @packageDocumentation
 */
export * from './registryFiles';
export * from './signedInUsers';
