import { HealthPart } from '@tenantry/plugin-tenants-common';
import { TenantBinding } from '@tenantry/plugin-tenants-node';
import { CollectedCheck } from './collectChecks';
import { findWorkloads, WorkloadsOptions } from './workloads';

/** Reasons that the assembly itself gives: the source is the matter, not what it observes. */
const sourceReasons = new Set(['Disconnected', 'Stale']);

/**
 * Whether a tenant environment is switched off: Git says so, and nothing is asked to run.
 */
export function isSwitchedOff(
  options: WorkloadsOptions & { binding: TenantBinding },
): boolean {
  const found = findWorkloads(options);
  return (
    options.binding.suspended &&
    found !== undefined &&
    !found.unavailability &&
    found.workloads.every(({ desiredReplicas }) => desiredReplicas === 0)
  );
}

/**
 * What runs nowhere reports no metrics. In a tenant environment that is switched off such a check
 * is `Suspended`, as long as its source can be asked.
 */
export function suspendSilent(entry: CollectedCheck): CollectedCheck {
  const { check, object } = entry;
  const silent =
    check.health === 'Unknown' &&
    !object &&
    !sourceReasons.has(check.reason ?? '');
  const { id, source, observedAt, since } = check;
  return silent
    ? {
        ...entry,
        check: {
          id,
          source,
          observedAt,
          since,
          health: 'Suspended',
          reason: 'SwitchedOff',
          message: 'Nothing runs that could report this.',
        },
      }
    : entry;
}

export const switchedOff: HealthPart = {
  health: 'Suspended',
  reason: 'SwitchedOff',
  message: 'Switched off in Git; every workload is scaled to zero.',
};
