import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ClusterConnection,
  createClusterStatusSource,
  StatusSource,
  WatchTiming,
} from '@tenantry/plugin-tenants-node';
import { application } from './application/Application';
import { ArgoCdConfig } from './config';
import { DriftTimes } from './DriftTimes';
import { observeApplication } from './observeApplication';

/** Creates the status source `argocd`. */
export function createArgoCdSource(
  options: ArgoCdConfig & {
    /** By cluster of the registry. */
    connections: ReadonlyMap<string, ClusterConnection>;
    logger: LoggerService;
    timing?: Partial<WatchTiming>;
  },
): StatusSource {
  const driftTimes = new DriftTimes();
  return createClusterStatusSource({
    ...options,
    id: 'argocd',
    kinds: [application],
    // One namespace of the hub holds them all; no more than that has to be allowed.
    scope: 'namespace',
    concerns: ({ application: { engine } }) => engine === 'argocd',
    placeOf: binding => binding.application,
    onlyObject: ({ application: { name } }) => name,
    observe: (binding, view, now) =>
      observeApplication(binding, view, { ...options, now, driftTimes }),
  });
}
