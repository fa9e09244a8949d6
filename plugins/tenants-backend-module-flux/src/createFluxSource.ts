import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ClusterConnection,
  createClusterStatusSource,
  StatusSource,
  WatchTiming,
} from '@tenantry/plugin-tenants-node';
import { FluxConfig } from './config';
import { OutcomesMemory } from './health';
import { helmRelease, kustomization, sourceKinds } from './objects';
import { observeFlux } from './observeFlux';

/** Creates the status source `flux`. */
export function createFluxSource(
  options: FluxConfig & {
    /** By cluster of the registry. */
    connections: ReadonlyMap<string, ClusterConnection>;
    logger: LoggerService;
    timing?: Partial<WatchTiming>;
  },
): StatusSource {
  const memory = new OutcomesMemory();
  return createClusterStatusSource({
    ...options,
    id: 'flux',
    kinds: [kustomization, helmRelease, ...sourceKinds.values()],
    scope: 'cluster',
    concerns: ({ application: { engine } }) => engine === 'flux',
    placeOf: binding => binding.application,
    alsoIn: binding => [binding.namespace],
    observe: (binding, _view, now, viewOf) =>
      observeFlux(binding, viewOf, {
        ...options,
        now,
        outcomes: memory.next(`${binding.tenant}/${binding.environment}`),
      }),
  });
}
