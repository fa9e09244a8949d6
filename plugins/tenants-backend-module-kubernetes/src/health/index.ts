import { KubernetesKind } from '@tenantry/plugin-tenants-node';
import { authorizationPolicy } from './authorizationPolicy';
import { backup, scheduledBackup } from './backup';
import { certificate } from './certificate';
import { cronJob } from './cronJob';
import { daemonSet } from './daemonSet';
import { endpointSlice } from './endpointSlice';
import { warningEvent } from './event';
import { existenceKinds } from './existence';
import { gatewayApiGateway, grpcRoute, httpRoute } from './gatewayApi';
import { destinationRule, istioGateway, virtualService } from './istio';
import { job } from './job';
import { ObservedKind } from './ObservedKind';
import { persistentVolumeClaim } from './persistentVolumeClaim';
import { pod } from './pod';
import { postgresCluster } from './postgresCluster';
import { deployment, statefulSet } from './replicated';
import { resourceQuota } from './resourceQuota';
import { externalSecret, secretStore } from './secretSync';
import { service } from './service';

export * from './authorizationPolicy';
export * from './backup';
export * from './certificate';
export * from './cronJob';
export * from './daemonSet';
export * from './endpointSlice';
export * from './event';
export * from './job';
export * from './labels';
export * from './ObservedKind';
export * from './persistentVolumeClaim';
export * from './pod';
export * from './postgresCluster';
export * from './replicated';
export * from './resourceQuota';
export * from './secretSync';
export * from './service';
export * from './wording';
export * from './workload';

/** The kinds with a rule. */
export const observedKinds: readonly ObservedKind[] = [
  deployment,
  statefulSet,
  daemonSet,
  pod,
  job,
  cronJob,
  service,
  persistentVolumeClaim,
  resourceQuota,
  certificate,
  externalSecret,
  secretStore,
  postgresCluster,
  scheduledBackup,
  gatewayApiGateway,
  httpRoute,
  grpcRoute,
  istioGateway,
  virtualService,
  destinationRule,
  authorizationPolicy,
  ...existenceKinds,
];

/** Kinds whose objects say something about others, and are told with them. */
export const evidenceKinds: readonly KubernetesKind<unknown>[] = [
  endpointSlice,
  backup,
  warningEvent,
];

/** Every kind that is watched. Secrets and ConfigMaps are not, and never will be. */
export const watchedKinds: readonly KubernetesKind<unknown>[] = [
  ...observedKinds,
  ...evidenceKinds,
];
