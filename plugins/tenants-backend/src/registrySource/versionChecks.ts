import {
  EnvironmentDescriptor,
  TenantEnvironmentDescriptor,
} from '@tenantry/plugin-tenants-common';
import { ObservedCheck } from '@tenantry/plugin-tenants-node';
import { compareVersions } from './compareVersions';

/** Reason of a version that is older than the network's. */
export const versionBehind = 'VersionBehind';

const runbook = 'version-behind';

/**
 * A check `version/<name>` for each version in `tenant.yaml` of which the environment says in
 * `network.<name>Version` what its network runs.
 */
export function versionChecks(
  { spec }: TenantEnvironmentDescriptor,
  environment: EnvironmentDescriptor,
): ObservedCheck[] {
  const { network, title } = environment.spec;
  return Object.entries(spec.versions).flatMap(([name, version]) => {
    const current = network[`${name}Version`];
    return current === undefined
      ? []
      : [judgeVersion({ name, version, current: String(current), title })];
  });
}

function judgeVersion(options: {
  name: string;
  version: string;
  current: string;
  title: string;
}): ObservedCheck {
  const { name, version, current, title } = options;
  const id = `version/${name}`;
  const difference = compareVersions(version, current);
  if (difference === undefined) {
    return {
      id,
      runbook,
      health: 'Unknown',
      reason: 'VersionsNotComparable',
      message: `Whether ${name} ${version} is behind ${title}, which runs ${current}, cannot be told from these names. Write both as numbers with dots.`,
    };
  }
  return difference < 0
    ? {
        id,
        runbook,
        health: 'Progressing',
        reason: versionBehind,
        message: `Runs ${name} ${version}, while ${title} runs ${current}. Upgrade before the next upgrade of the network: what is too old then is cut off.`,
      }
    : { id, health: 'Healthy' };
}
