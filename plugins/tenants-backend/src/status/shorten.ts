import {
  Check,
  compareHealth,
  ComponentStatus,
  GitOpsStatus,
  TenantEnvironmentDetails,
  TenantEnvironmentStatus,
} from '@tenantry/plugin-tenants-common';

/** Checks of one environment that say more than their health, so that the worst case is bounded. */
const maximumExplained = 5;
const maximumAllowList = 20;
const maximumHistory = 3;
const maximumOutOfSync = 5;

/**
 * A tenant environment as the page of its tenant begins with: what is unwell and why, without
 * what only the details have to say.
 */
export function shorten(
  details: TenantEnvironmentDetails,
): TenantEnvironmentStatus {
  const { workloads: _, facts: __, ...status } = details;
  const explained = worstChecks(details.components);
  return {
    ...status,
    components: status.components.map(component => ({
      ...component,
      checks: component.checks.map(check =>
        explained.has(check) ? check : withoutExplanation(check),
      ),
    })),
    ...(status.gitops && { gitops: shortenGitOps(status.gitops) }),
    allowList: status.allowList.slice(0, maximumAllowList),
  };
}

function worstChecks(components: readonly ComponentStatus[]): Set<Check> {
  const unwell = components
    .flatMap(({ checks }) => checks)
    .filter(({ health }) => health !== 'Healthy')
    .sort((left, right) => compareHealth(right.health, left.health));
  return new Set(unwell.slice(0, maximumExplained));
}

function withoutExplanation(check: Check): Check {
  const { id, health, reason, source, observedAt, since } = check;
  return {
    id,
    health,
    ...(reason && { reason }),
    source,
    observedAt,
    since,
  };
}

function shortenGitOps(gitops: GitOpsStatus): GitOpsStatus {
  return {
    ...gitops,
    history: gitops.history.slice(0, maximumHistory),
    outOfSync: gitops.outOfSync.slice(0, maximumOutOfSync),
  };
}
