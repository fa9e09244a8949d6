import { explainTenantName } from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';

/** Namespaces and groups that platforms keep for themselves. */
const reservedNames = [
  'argocd',
  'cert-manager',
  'default',
  'external-secrets',
  'flux-system',
  'istio-ingress',
  'istio-system',
  'keycloak',
  'monitoring',
  'platform-operators',
];

/**
 * Says why a new tenant cannot have a name (its form, reserved, taken), or `undefined` when it can.
 *
 * @public
 */
export function explainNewTenantName(
  name: string,
  registry: Registry,
): string | undefined {
  return (
    explainTenantName(name) ??
    explainReserved(name, registry) ??
    explainTaken(name, registry)
  );
}

function explainReserved(name: string, registry: Registry): string | undefined {
  const { descriptor } = registry.platform;
  const reserved =
    name.startsWith('kube-') ||
    reservedNames.includes(name) ||
    name === descriptor.metadata.name ||
    name === descriptor.spec.gitops.namespace ||
    registry.clusters.has(name) ||
    registry.environments.has(name);
  return reserved
    ? `The name "${name}" is reserved for the platform itself.`
    : undefined;
}

function explainTaken(name: string, registry: Registry): string | undefined {
  const owner = ownerOf(name, registry);
  return owner ? `The name "${name}" is taken by ${owner}.` : undefined;
}

function ownerOf(name: string, registry: Registry): string | undefined {
  const tenant = registry.tenants.get(name);
  if (tenant) {
    return `"${tenant.descriptor.spec.title}"`;
  }
  // A tenant whose descriptors are broken is not registered, but it is there.
  const folder = `clients/${name}/`;
  if (registry.findings.some(({ file }) => file?.startsWith(folder))) {
    return `the files in ${folder}`;
  }
  const wanted = [...registry.environments.keys()].map(
    environment => `${name}-${environment}`,
  );
  return ownerOfNamespace(wanted, registry);
}

/** Which descriptor has one of these names for its namespace or application already. */
export function ownerOfNamespace(
  names: readonly string[],
  registry: Registry,
): string | undefined {
  for (const { descriptor, file } of registry.tenantEnvironments.values()) {
    const { namespace, application } = descriptor.spec;
    if ([namespace, application].some(used => names.includes(used))) {
      return `a namespace or application of ${file}`;
    }
  }
  return undefined;
}
