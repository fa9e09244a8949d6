import { Finding } from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';
import { gt } from 'semver';
import { RuleInput } from './RuleInput';

/**
 * Says why a tenant cannot be changed from what its descriptors say: there are none, or they
 * cannot be read.
 */
export function unreadableTenantFindings(
  client: string,
  registry: Registry,
): Finding[] {
  const broken = registry.findings.find(({ file }) =>
    file?.startsWith(`clients/${client}/`),
  );
  if (broken) {
    return [
      {
        rule: 'broken-descriptor',
        field: 'client',
        message: `"${client}" cannot be changed as long as ${broken.file} is broken: ${broken.message}`,
        help: 'Mend the file in the repository first.',
      },
    ];
  }
  return registry.tenants.has(client)
    ? []
    : [
        {
          rule: 'known-tenant',
          field: 'client',
          message: `There is no tenant "${client}".`,
        },
      ];
}

/** Makes sure that the tenant was made with the same template, and not with a newer one. */
export function templateFindings(input: RuleInput): Finding[] {
  const { template, tenant, registry } = input;
  const { name, version } = template.base;
  return [...tenant.environments].flatMap(([environment, state]) => {
    const key = `${tenant.client}-${environment}`;
    const { spec } = registry.tenantEnvironments.get(key)!.descriptor;
    if (spec.template.name !== name) {
      return [
        {
          rule: 'template',
          field: 'client',
          message: `"${tenant.client}" was made with the template "${spec.template.name}" in ${environment}, and this form changes what "${name}" made.`,
          help: `Use a form for tenants of "${spec.template.name}".`,
        },
      ];
    }
    return gt(state.templateVersion, version)
      ? [
          {
            rule: 'template-version',
            field: 'client',
            message: `"${tenant.client}" was written by version ${state.templateVersion} of the template in ${environment}, and this form has version ${version}.`,
            help: 'Bring the templates of the portal up to date first.',
          },
        ]
      : [];
  });
}
