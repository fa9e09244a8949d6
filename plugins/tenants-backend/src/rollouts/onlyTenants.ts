import { Registry } from '@tenantry/plugin-tenants-node';

/** The registry as if it had no other tenants than those. */
export function onlyTenants(
  includes: (tenant: string) => boolean,
  registry: Registry,
): Registry {
  const tenantEnvironments = new Map(
    [...registry.tenantEnvironments].filter(([, { descriptor }]) =>
      includes(descriptor.spec.tenant),
    ),
  );
  return { ...registry, tenantEnvironments };
}
