import {
  compareHealth,
  ComponentStatus,
  ComponentSummary,
  GitOpsStatus,
  TenantEnvironmentDetails,
  TenantEnvironmentStatus,
} from '@tenantry/plugin-tenants-common';

/** Components of one environment that say why, so that the worst case is bounded as well. */
const maximumExplained = 3;
const maximumAllowList = 20;
const maximumHistory = 1;
const maximumOutOfSync = 5;

/** A tenant environment as the page of its tenant begins with: how everything is, in short. */
export function shorten(
  details: TenantEnvironmentDetails,
): TenantEnvironmentStatus {
  const { workloads: _, facts: __, ...status } = details;
  return {
    ...status,
    components: shortenComponents(details.components),
    ...(status.gitops && { gitops: shortenGitOps(status.gitops) }),
    allowList: status.allowList.slice(0, maximumAllowList),
  };
}

function shortenComponents(
  components: readonly ComponentStatus[],
): ComponentSummary[] {
  const explained = new Set(
    [...components]
      .sort((left, right) => compareHealth(right.health, left.health))
      .slice(0, maximumExplained),
  );
  return components.map(component => {
    const { message, dependsOn: _, provides: __, checks, ...rest } = component;
    return {
      ...rest,
      ...(message && explained.has(component) && { message }),
      checks: checks.map(({ id, health, reason }) => ({
        id,
        health,
        ...(health !== 'Healthy' && reason && { reason }),
      })),
    };
  });
}

function shortenGitOps(gitops: GitOpsStatus): GitOpsStatus {
  return {
    ...gitops,
    history: gitops.history.slice(0, maximumHistory),
    outOfSync: gitops.outOfSync.slice(0, maximumOutOfSync),
  };
}
