import { explainAllowList, Finding } from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';
import { TenantValues } from '../TenantValues';
import { fieldPath } from './fieldPath';
import { explainNewTenantName } from './newTenantName';

/**
 * Checks the values against the registry: what the platform has, what is taken, and each
 * environment's guardrails.
 */
export function registryFindings(
  values: TenantValues,
  registry: Registry,
): Finding[] {
  return [
    ...nameFindings(values, registry),
    ...environmentFindings(values, registry),
    ...allowListFindings(values, registry),
  ];
}

function nameFindings({ client }: TenantValues, registry: Registry): Finding[] {
  const message = explainNewTenantName(client, registry);
  return message ? [{ rule: 'tenant-name', field: 'client', message }] : [];
}

function environmentFindings(
  { environments }: TenantValues,
  registry: Registry,
): Finding[] {
  const known = [...registry.environments.keys()];
  return environments.flatMap((name, index) => {
    const message = explainEnvironment(name, registry);
    return message
      ? [
          {
            rule: 'known-environment',
            field: fieldPath(['environments', index]),
            message: `${message} The platform has ${known.join(', ')}.`,
          },
        ]
      : [];
  });
}

function explainEnvironment(
  name: string,
  registry: Registry,
): string | undefined {
  const environment = registry.environments.get(name);
  if (!environment) {
    return `There is no environment "${name}".`;
  }
  const [cluster] = environment.descriptor.spec.clusters;
  return registry.clusters.has(cluster)
    ? undefined
    : `The environment "${name}" is on cluster "${cluster}", which the registry does not have.`;
}

function allowListFindings(
  { environments, allowList }: TenantValues,
  registry: Registry,
): Finding[] {
  return Object.entries(allowList).flatMap(([name, entries]) => {
    const environment = registry.environments.get(name);
    if (!environment || !environments.includes(name)) {
      return [
        {
          rule: 'allow-list-environment',
          field: fieldPath(['allowList', name]),
          message: `The allow-list names "${name}", which is not among the environments of this change.`,
        },
      ];
    }
    const { guardrails } = environment.descriptor.spec;
    return explainAllowList(entries, guardrails.allowList).map(
      ({ index, message }) => ({
        rule: 'allow-list',
        field: fieldPath(['allowList', name, index]),
        message,
      }),
    );
  });
}
