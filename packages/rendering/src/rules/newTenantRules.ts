import { Finding } from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';
import { TenantValues } from '../TenantValues';
import { allowListFindings } from './allowListRules';
import { newEnvironmentFindings } from './environmentRules';
import { explainNewTenantName } from './newTenantName';

/**
 * Checks the values of a new tenant against the registry: what the platform has, what is taken,
 * and each environment's guardrails.
 */
export function newTenantFindings(
  values: TenantValues,
  registry: Registry,
): Finding[] {
  return [
    ...nameFindings(values, registry),
    ...newEnvironmentFindings(values, registry),
    ...allowListFindings(values, registry),
  ];
}

function nameFindings({ client }: TenantValues, registry: Registry): Finding[] {
  const message = explainNewTenantName(client, registry);
  return message ? [{ rule: 'tenant-name', field: 'client', message }] : [];
}
