import { explainAllowList, Finding } from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';
import { TenantValues } from '../TenantValues';
import { fieldPath } from './fieldPath';

/** Each allow-list is of an environment of the change, and keeps that environment's guardrails. */
export function allowListFindings(
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
