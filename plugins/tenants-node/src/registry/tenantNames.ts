import { explainTenantName } from '@tenantry/plugin-tenants-common';
import { Registry } from './Registry';

/**
 * Says why a new tenant cannot have a name, or `undefined` when it can: the name has the wrong
 * form, is taken, or is reserved for something else of the platform.
 *
 * @public
 */
export function explainUnavailableName(
  registry: Registry,
  name: string,
): string | undefined {
  const form = explainTenantName(name);
  if (form) {
    return form;
  }
  if (isTaken(registry, name)) {
    return `The name "${name}" is taken.`;
  }
  return isReserved(registry, name)
    ? `The name "${name}" is reserved.`
    : undefined;
}

/** A directory whose descriptors are broken is taken as well, and so is a namespace of another. */
function isTaken(registry: Registry, name: string): boolean {
  const directory = `clients/${name}/`;
  return (
    registry.tenants.has(name) ||
    registry.findings.some(({ file }) => file?.startsWith(directory)) ||
    [...registry.tenantEnvironments.values()].some(({ descriptor }) =>
      [...registry.environments.keys()].some(
        environment => descriptor.spec.namespace === `${name}-${environment}`,
      ),
    )
  );
}

function isReserved(registry: Registry, name: string): boolean {
  const { platform, clusters, environments } = registry;
  const { spec, metadata } = platform.descriptor;
  return (
    name === 'default' ||
    name.startsWith('kube-') ||
    name === metadata.name ||
    name === spec.gitops.namespace ||
    clusters.has(name) ||
    environments.has(name)
  );
}
