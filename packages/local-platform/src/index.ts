/**
 * An embedded hub-and-spoke platform for trying, developing and testing Tenantry.
 *
 * @packageDocumentation
 */
export * from './platform';
export { startForge } from './forge';
export { writeLocalFiles } from './composition/writeLocalFiles';
export type { PortalRoles } from './composition/accessTokens';
export { portalConfig } from './composition/portalConfig';
export type { PlatformAccess } from './composition/PlatformAccess';

// The parts that it is built of, for whoever needs another platform than the sample.
export { createSimulatedClock } from './clock';
export { FaultBoard } from './faults';
export {
  createCertificates,
  createObjectStore,
  hubGroups,
  resourceDefinitions,
  spokeGroups,
  startApiServer,
} from './kubernetes';
export type { AccessRole, KubernetesObject, ObjectStore } from './kubernetes';
export { startMetricsApi } from './metrics';
export { createWorld, sampleRepository } from './sample';
export type { PlatformAddresses } from './sample';
export { portalClient, startIdentityProvider } from './identity';
export type { IdentityUser } from './identity';
