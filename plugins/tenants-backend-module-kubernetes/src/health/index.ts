import { certificate } from './certificate';
import { existenceKinds } from './existence';
import { cronJob, job } from './job';
import { ObservedKind } from './ObservedKind';
import { persistentVolumeClaim } from './persistentVolumeClaim';
import { pod } from './pod';
import { postgresCluster } from './postgresCluster';
import {
  externalSecret,
  gatewayApiGateway,
  secretStore,
} from './readyCondition';
import { deployment, statefulSet } from './replicated';
import { service } from './service';

export * from './job';
export * from './ObservedKind';
export * from './pod';
export * from './postgresCluster';
export * from './replicated';
export * from './workload';

/** Every kind that is watched. Secrets and ConfigMaps are not, and never will be. */
export const observedKinds: readonly ObservedKind[] = [
  deployment,
  statefulSet,
  pod,
  job,
  cronJob,
  service,
  persistentVolumeClaim,
  certificate,
  externalSecret,
  secretStore,
  postgresCluster,
  gatewayApiGateway,
  ...existenceKinds,
];
