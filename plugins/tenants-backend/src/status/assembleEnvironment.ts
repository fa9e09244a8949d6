import {
  ComponentStatus,
  HealthPart,
  rollUpHealth,
  StatusLink,
  TenantEnvironmentDescriptor,
  TenantEnvironmentDetails,
} from '@tenantry/plugin-tenants-common';
import { TenantBinding } from '@tenantry/plugin-tenants-node';
import { settleRegistryChecks } from '../registrySource';
import { awaitReports } from './awaitedReports';
import { CollectedCheck, collectChecks } from './collectChecks';
import { assembleComponents } from './components';
import { assembleEndpoints } from './endpoints';
import { assembleFacts } from './facts';
import { assembleGitOps } from './gitops';
import { notObservedChecks } from './notObserved';
import { SourceState } from './SourceState';
import { isSwitchedOff, suspendSilent, switchedOff } from './suspension';
import { assembleWorkloads } from './workloads';

export interface AssembleEnvironmentOptions {
  binding: TenantBinding;
  descriptor: TenantEnvironmentDescriptor;
  /** One for each source that the backend has. */
  sources: readonly SourceState[];
  /** The status before this one. */
  previous?: TenantEnvironmentDetails;
  now: Date;
  /** Confirmations before this moment are too old to rely on. */
  staleBefore: Date;
  links: readonly StatusLink[];
  /** The address of a runbook, where the platform has published it. */
  runbookUrl(slug: string): string | undefined;
}

/**
 * Puts together what the registry says a tenant environment is made of and what the sources say
 * about it. Reads no clock and asks nobody: the same input gives the same status.
 */
export function assembleEnvironment(
  options: AssembleEnvironmentOptions,
): TenantEnvironmentDetails {
  const { binding, descriptor, sources, previous, now } = options;
  const collected = sources.flatMap(state =>
    collectChecks({ ...options, state }),
  );
  const checks = settleRegistryChecks(
    [...collected, ...notObservedChecks({ ...options, collected })],
    options,
  );
  const off = isSwitchedOff(options);
  const components = assembleComponents(
    binding.components,
    (off ? checks.map(suspendSilent) : awaitReports(checks, now)).map(entry =>
      withRunbook(entry, options),
    ),
  );
  const gitops = assembleGitOps(options);
  const rollUp = rollUpComponents(components);
  const health = off && rollUp.health === 'Suspended' ? switchedOff : rollUp;
  const observedAt = oldestConfirmation(collected);
  return {
    tenant: binding.tenant,
    environment: binding.environment,
    order: binding.order,
    cluster: binding.cluster,
    namespace: binding.namespace,
    ...health,
    sync: gitops?.sync ?? 'Unknown',
    since:
      previous?.health === health.health ? previous.since : now.toISOString(),
    ...(observedAt && { observedAt }),
    suspended: binding.suspended,
    versions: descriptor.spec.versions,
    ...(gitops && { gitops }),
    components,
    endpoints: assembleEndpoints(descriptor),
    allowList: descriptor.spec.allowList,
    allowListCount: descriptor.spec.allowList.length,
    links: [...options.links],
    workloads: assembleWorkloads(options),
    facts: assembleFacts(options),
  };
}

function withRunbook(
  entry: CollectedCheck,
  { runbookUrl }: Pick<AssembleEnvironmentOptions, 'runbookUrl'>,
): CollectedCheck {
  const { runbook: slug, ...check } = entry.check;
  const runbook = slug && runbookUrl(slug);
  return { ...entry, check: { ...check, ...(runbook && { runbook }) } };
}

function rollUpComponents(components: readonly ComponentStatus[]): HealthPart {
  return rollUpHealth(
    components.map(({ title, health, reason, message }) => ({
      health,
      reason,
      message: message && `${title}: ${message}`,
    })),
  );
}

function oldestConfirmation(
  checks: readonly CollectedCheck[],
): string | undefined {
  return checks
    .filter(({ confirmed }) => confirmed)
    .map(({ check }) => check.observedAt)
    .sort()
    .at(0);
}
