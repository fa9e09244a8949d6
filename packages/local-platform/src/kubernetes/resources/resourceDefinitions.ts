import { InputError } from '@backstage/errors';
import { builtInResources } from './builtIn';
import { coreResources } from './core';
import { gitOpsResources } from './customGitOps';
import { networkingResources } from './customNetworking';
import { serviceResources } from './customServices';
import { ResourceDefinition } from './ResourceDefinition';
import { workloadResources } from './workloads';

const standardResources = [
  ...coreResources,
  ...workloadResources,
  ...builtInResources,
];

const customResources = [
  ...gitOpsResources,
  ...networkingResources,
  ...serviceResources,
];

/** The custom groups that {@link resourceDefinitions} knows. */
export const customGroups: readonly string[] = [
  ...new Set(customResources.map(resource => resource.group)),
];

/** The custom groups of a hub that runs Argo CD and Keycloak. */
export const hubGroups: readonly string[] = [
  'argoproj.io',
  'cert-manager.io',
  'external-secrets.io',
  'monitoring.coreos.com',
  'k8s.keycloak.org',
];

/** The custom groups of an environment's cluster. */
export const spokeGroups: readonly string[] = [
  'cert-manager.io',
  'external-secrets.io',
  'networking.istio.io',
  'security.istio.io',
  'monitoring.coreos.com',
  'postgresql.cnpg.io',
  'barmancloud.cnpg.io',
  'gateway.networking.k8s.io',
];

/**
 * The resources of one cluster: the standard ones and those of the given custom groups.
 *
 * @throws InputError when a group is not known.
 */
export function resourceDefinitions(options: {
  customGroups: readonly string[];
}): ResourceDefinition[] {
  const unknown = options.customGroups.find(
    group => !customGroups.includes(group),
  );
  if (unknown !== undefined) {
    throw new InputError(
      `There is no custom group "${unknown}"; known are ${customGroups.join(
        ', ',
      )}.`,
    );
  }
  const chosen = customResources.filter(({ group }) =>
    options.customGroups.includes(group),
  );
  return [...standardResources, ...chosen];
}
