import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ClusterConnection,
  createClusterStatusSource,
  StatusSource,
  WatchTiming,
} from '@tenantry/plugin-tenants-node';
import { defaultThresholds, Thresholds } from './config';
import { watchedKinds } from './health';
import { observeNamespace } from './observe/observeNamespace';

/** Creates the status source `kubernetes`. */
export function createKubernetesSource(options: {
  /** By cluster of the registry. */
  connections: ReadonlyMap<string, ClusterConnection>;
  logger: LoggerService;
  thresholds?: Thresholds;
  timing?: Partial<WatchTiming>;
}): StatusSource {
  const { thresholds = defaultThresholds } = options;
  return createClusterStatusSource({
    ...options,
    id: 'kubernetes',
    kinds: watchedKinds,
    scope: 'cluster',
    placeOf: ({ cluster, namespace }) => ({ cluster, namespace }),
    observe: (binding, view, now) =>
      observeNamespace({ binding, view, now, thresholds }),
  });
}
