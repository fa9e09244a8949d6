export * from './ObjectStore';
export * from './resources';
export { createObjectStore } from './store/createObjectStore';
export type { ObjectStoreOptions } from './store/createObjectStore';
export { startApiServer } from './server/startApiServer';
export type { ApiServer, ApiServerOptions } from './server/startApiServer';
export type {
  AccessRole,
  AccessToken,
  PolicyRule,
} from './server/accessControl';
export { openReading } from './server/openReading';
export type {
  ContainerLogs,
  LogLine,
  LogQuery,
} from './server/logs/ContainerLogs';
export { createCertificates } from './tls/createCertificates';
export type {
  Certificates,
  CertificatesOptions,
} from './tls/createCertificates';
export { writeKubeconfig } from './kubeconfig';
export type { KubeconfigOptions } from './kubeconfig';
