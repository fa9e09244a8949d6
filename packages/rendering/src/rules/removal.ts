import { Finding } from '@tenantry/plugin-tenants-common';
import { forEachEnvironment } from './environmentRules';
import { RuleInput } from './RuleInput';

/** A removal comes second: after the suspension, and with the tenant's name typed once more. */
export function removalFindings(input: RuleInput): Finding[] {
  const { values, tenant, registry } = input;
  const running = forEachEnvironment(values, environment => {
    const registered = registry.tenantEnvironments.get(
      `${tenant.client}-${environment}`,
    );
    return !registered || registered.descriptor.spec.suspended
      ? undefined
      : {
          rule: 'suspended-first',
          message: `"${tenant.client}" is not suspended in the environment "${environment}".`,
          help: 'Offboard it first, which suspends it with a last backup.',
        };
  });
  return values.confirmation === tenant.client
    ? running
    : [
        ...running,
        {
          rule: 'confirmation',
          field: 'confirmation',
          message: `The removal is not confirmed: it needs exactly "${tenant.client}" here.`,
        },
      ];
}
