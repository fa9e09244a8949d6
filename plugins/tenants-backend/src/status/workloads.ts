import {
  TenantEnvironmentStatus,
  Workload,
} from '@tenantry/plugin-tenants-common';
import { findComponent, TenantBinding } from '@tenantry/plugin-tenants-node';
import { SourceState } from './SourceState';
import { Unavailability, unavailabilityOf } from './unavailability';

export interface WorkloadsOptions {
  sources: readonly SourceState[];
  previous?: TenantEnvironmentStatus;
  staleBefore: Date;
}

interface FoundWorkloads {
  workloads: readonly Omit<Workload, 'component'>[];
  unavailability?: Unavailability;
}

/**
 * The workloads as reported, or as stored before the backend started; `undefined` when no source
 * has ever seen any.
 */
export function findWorkloads(
  options: WorkloadsOptions,
): FoundWorkloads | undefined {
  const { sources, previous, staleBefore } = options;
  for (const state of sources) {
    if (state.observation?.workloads) {
      const unavailability = unavailabilityOf({ state, staleBefore });
      return { workloads: state.observation.workloads, unavailability };
    }
  }
  const silent = sources.filter(({ observation }) => !observation);
  if (silent.length === 0 || !previous) {
    return undefined;
  }
  const [unavailability] = silent.flatMap(
    state => unavailabilityOf({ state, staleBefore }) ?? [],
  );
  return { workloads: previous.workloads, unavailability };
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
      component: componentOf(workload, options.binding),
    }))
    .sort((left, right) => keyOf(left).localeCompare(keyOf(right)));
}

function componentOf(
  workload: Omit<Workload, 'component'>,
  { components }: TenantBinding,
): string {
  const object = keyOf(workload);
  const id = `${workload.kind.toLowerCase()}/${workload.name}`;
  return findComponent(components, { id, object })?.name ?? 'other';
}

function keyOf({ kind, name }: Omit<Workload, 'component'>): string {
  return `${kind}/${name}`;
}
