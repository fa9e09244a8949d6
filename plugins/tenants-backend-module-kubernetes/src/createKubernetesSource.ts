import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ClusterConnection,
  createClusterStatusSource,
  StatusSource,
  WatchTiming,
} from '@tenantry/plugin-tenants-node';
import { observedKinds } from './health';
import { observeNamespace } from './observe/observeNamespace';

/** Creates the status source `kubernetes`. */
export function createKubernetesSource(options: {
  /** By cluster of the registry. */
  connections: ReadonlyMap<string, ClusterConnection>;
  logger: LoggerService;
  timing?: Partial<WatchTiming>;
}): StatusSource {
  return createClusterStatusSource({
    ...options,
    id: 'kubernetes',
    kinds: observedKinds,
    scope: 'cluster',
    placeOf: ({ cluster, namespace }) => ({ cluster, namespace }),
    observe: observeNamespace,
  });
}
