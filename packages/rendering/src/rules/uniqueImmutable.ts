import {
  Finding,
  TenantEnvironmentDescriptor,
} from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';
import { TenantTemplate } from '../template';

/**
 * Finds immutable values, such as a party hint, that another tenant has already. They are compared
 * as rendered, so that a default of the skeleton counts like a value of the form.
 */
export function uniqueImmutableFindings(
  template: TenantTemplate,
  rendered: readonly TenantEnvironmentDescriptor[],
  registry: Registry,
): Finding[] {
  return Object.entries(template.base.schema.properties).flatMap(
    ([field, { title = field, 'x-tenantry-unique': name }]) => {
      const taken = name && firstTaken(name, rendered, registry);
      return taken
        ? [
            {
              rule: 'unique-immutable',
              field,
              message: `${title} "${taken.value}" is taken by the tenant "${taken.tenant}".`,
            },
          ]
        : [];
    },
  );
}

function firstTaken(
  name: string,
  rendered: readonly TenantEnvironmentDescriptor[],
  registry: Registry,
): { value: string; tenant: string } | undefined {
  for (const { spec } of rendered) {
    const value = spec.immutable[name];
    for (const { descriptor } of registry.tenantEnvironments.values()) {
      const { tenant, immutable } = descriptor.spec;
      if (value && tenant !== spec.tenant && immutable[name] === value) {
        return { value, tenant };
      }
    }
  }
  return undefined;
}
