import { Finding } from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';

/**
 * Whether a tenant is no longer in an environment. A tenant environment is also left out of the
 * registry when a descriptor cannot be read that it needs; then it is still there.
 */
export function isRemoved(
  { tenantEnvironments, findings }: Registry,
  tenant: string,
  environment: string,
): boolean {
  return (
    !tenantEnvironments.has(`${tenant}-${environment}`) &&
    findings.every(finding => isAboutAnother(finding, tenant))
  );
}

function isAboutAnother({ file = '' }: Finding, tenant: string): boolean {
  return file.startsWith('clients/') && !file.startsWith(`clients/${tenant}/`);
}
