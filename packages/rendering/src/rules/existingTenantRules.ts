import { Finding } from '@tenantry/plugin-tenants-common';
import { TenantState } from '../state';
import { allowListFindings } from './allowListRules';
import {
  addedEnvironmentFindings,
  existingEnvironmentFindings,
} from './environmentRules';
import { templateFindings, unreadableTenantFindings } from './existingTenant';
import { immutableValueFindings } from './immutableValues';
import { removalFindings } from './removal';
import { RuleInput } from './RuleInput';
import { suspensionFindings } from './suspension';

/**
 * Checks the values of a change of an existing tenant: what the tenant is, and what may be done to
 * it by the template's operation.
 */
export function existingTenantFindings(
  input: Omit<RuleInput, 'tenant'> & { tenant: TenantState | undefined },
): Finding[] {
  const { values, registry, tenant } = input;
  const unreadable = unreadableTenantFindings(values.client, registry);
  if (unreadable.length > 0 || !tenant) {
    return unreadable;
  }
  return [
    ...templateFindings({ ...input, tenant }),
    ...operationFindings({ ...input, tenant }),
    ...allowListFindings(values, registry),
    ...immutableValueFindings({ ...input, tenant }),
  ];
}

function operationFindings(input: RuleInput): Finding[] {
  switch (input.template.operation) {
    case 'add-environment':
      return addedEnvironmentFindings(input);
    case 'remove':
      return [...existingEnvironmentFindings(input), ...removalFindings(input)];
    default:
      return [
        ...existingEnvironmentFindings(input),
        ...suspensionFindings(input),
      ];
  }
}
