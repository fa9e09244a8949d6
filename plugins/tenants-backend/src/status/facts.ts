import { EnvironmentFacts, Health } from '@tenantry/plugin-tenants-common';
import { ObservedFacts, TenantBinding } from '@tenantry/plugin-tenants-node';
import { componentOfObject } from './componentOfObject';
import { SourceState } from './SourceState';
import { Unavailability, unavailabilityOf } from './unavailability';

export interface FactsOptions {
  binding: TenantBinding;
  sources: readonly SourceState[];
  staleBefore: Date;
}

/**
 * The facts of all sources, with the component that pods and volumes belong to. What is known of
 * a source that cannot be asked stays, but nothing of it counts as well.
 */
export function assembleFacts(options: FactsOptions): EnvironmentFacts {
  const { sources, staleBefore } = options;
  return sources.reduce<EnvironmentFacts>(
    (facts, state) => ({
      ...facts,
      ...factsFrom(
        state.observation?.facts ?? {},
        options.binding,
        unavailabilityOf({ state, staleBefore }),
      ),
    }),
    {},
  );
}

function factsFrom(
  { pods, volumes, ...rest }: ObservedFacts,
  binding: TenantBinding,
  unavailability: Unavailability | undefined,
): EnvironmentFacts {
  const unknown: { health: Health } & Partial<Unavailability> = {
    health: 'Unknown',
    ...unavailability,
  };
  return {
    ...rest,
    ...(pods && {
      pods: pods.map(pod => ({
        ...pod,
        component: componentOfObject(binding, `Pod/${pod.name}`),
        ...(unavailability && unknown),
      })),
    }),
    ...(volumes && {
      volumes: volumes.map(volume => ({
        ...volume,
        component: componentOfObject(
          binding,
          `PersistentVolumeClaim/${volume.name}`,
        ),
        ...(unavailability && { health: 'Unknown' as const }),
      })),
    }),
  };
}
