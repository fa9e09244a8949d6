import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ClusterConnection,
  createClusterStatusSource,
  StatusSource,
  WatchTiming,
} from '@tenantry/plugin-tenants-node';
import { application } from './application/Application';
import { observeApplication } from './observeApplication';

/** Creates the status source `argocd`. */
export function createArgoCdSource(options: {
  /** By cluster of the registry. */
  connections: ReadonlyMap<string, ClusterConnection>;
  logger: LoggerService;
  timing?: Partial<WatchTiming>;
}): StatusSource {
  const { connections } = options;
  return createClusterStatusSource({
    ...options,
    id: 'argocd',
    kinds: [application],
    // One namespace of the hub holds them all; no more than that has to be allowed.
    scope: 'namespace',
    placeOf: binding => binding.application,
    observe: (binding, view, now) =>
      observeApplication(binding, view, { now, connections }),
  });
}
