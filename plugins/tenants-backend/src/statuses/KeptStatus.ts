import { TenantEnvironmentDetails } from '@tenantry/plugin-tenants-common';
import { OldestObservations, oldestObservations } from '../status';
import { Packed } from './Packed';

/** Enough of a status to list, filter and roll up tenants. */
export type StatusHead = Pick<
  TenantEnvironmentDetails,
  | 'tenant'
  | 'environment'
  | 'order'
  | 'cluster'
  | 'namespace'
  | 'health'
  | 'reason'
  | 'message'
  | 'since'
  | 'sync'
>;

/** A status as it is kept for every tenant environment: its head at hand, all of it packed. */
export interface KeptStatus extends StatusHead {
  observations: OldestObservations;
  details: Packed<TenantEnvironmentDetails>;
}

/** Another object for each status. */
export function keepStatus(status: TenantEnvironmentDetails): KeptStatus {
  const { tenant, environment, order, cluster, namespace } = status;
  const { health, reason, message, since, sync } = status;
  return {
    tenant,
    environment,
    order,
    cluster,
    namespace,
    health,
    reason,
    message,
    since,
    sync,
    observations: oldestObservations(status),
    details: new Packed(status),
  };
}
