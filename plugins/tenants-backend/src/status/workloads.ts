import { Workload } from '@tenantry/plugin-tenants-common';
import { TenantBinding } from '@tenantry/plugin-tenants-node';
import { componentOfObject } from './componentOfObject';
import { SourceState } from './SourceState';
import { Unavailability, unavailabilityOf } from './unavailability';

export interface WorkloadsOptions {
  sources: readonly SourceState[];
  staleBefore: Date;
}

interface FoundWorkloads {
  workloads: readonly Omit<Workload, 'component'>[];
  unavailability?: Unavailability;
}

/** The workloads as reported; `undefined` when no source sees any. */
export function findWorkloads({
  sources,
  staleBefore,
}: WorkloadsOptions): FoundWorkloads | undefined {
  for (const state of sources) {
    if (state.observation?.workloads) {
      const unavailability = unavailabilityOf({ state, staleBefore });
      return { workloads: state.observation.workloads, unavailability };
    }
  }
  return undefined;
}

/** The workloads with the component that each belongs to, by kind and name. */
export function assembleWorkloads(
  options: WorkloadsOptions & { binding: TenantBinding },
): Workload[] {
  const { workloads, unavailability } = findWorkloads(options) ?? {
    workloads: [],
  };
  return workloads
    .map(workload => ({
      ...workload,
      ...(unavailability && { health: 'Unknown' as const, ...unavailability }),
      component: componentOfObject(options.binding, keyOf(workload)),
    }))
    .sort((left, right) => keyOf(left).localeCompare(keyOf(right)));
}

function keyOf({ kind, name }: Omit<Workload, 'component'>): string {
  return `${kind}/${name}`;
}
