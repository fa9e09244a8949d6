/**
 * An embedded hub-and-spoke platform for trying, developing and testing Tenantry.
 *
 * @packageDocumentation
 */
export * from './platform';
export { startForge } from './forge';
export { writeLocalFiles } from './composition/writeLocalFiles';
export type { PlatformAccess } from './composition/PlatformAccess';
