import { Registry } from '@tenantry/plugin-tenants-node';
import { BaseTemplate } from '../template';
import { recordedValues } from './selectValues';
import { EnvironmentState, TenantState } from './TenantState';

/**
 * Reads from the descriptors what a tenant was rendered with, or `undefined` when the registry has
 * no such tenant.
 */
export function readTenantState(
  { schema }: BaseTemplate,
  registry: Registry,
  client: string,
): TenantState | undefined {
  const tenant = registry.tenants.get(client)?.descriptor;
  if (!tenant) {
    return undefined;
  }
  const environments = new Map<string, EnvironmentState>();
  for (const name of registry.environments.keys()) {
    const registered = registry.tenantEnvironments.get(`${client}-${name}`);
    if (registered) {
      const { spec } = registered.descriptor;
      environments.set(name, {
        values: recordedValues(schema, 'environment', spec),
        cluster: spec.cluster,
        templateVersion: spec.template.version,
      });
    }
  }
  const values = recordedValues(schema, 'tenant', tenant.spec);
  return { client, values, environments };
}
