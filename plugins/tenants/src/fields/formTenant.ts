import { useApi } from '@backstage/frontend-plugin-api';
import type { TenantStatus } from '@tenantry/plugin-tenants-common';
import { tenantsApiRef } from '../api';
import { LiveQuery, useLiveQuery } from '../hooks/useLiveQuery';

/** The values of all steps, as far as fields that depend on others read them. */
interface FormValues {
  client?: unknown;
  environments?: unknown;
}

/** What the other fields of the form hold. */
export function formValues(formContext: unknown): {
  tenant: string | undefined;
  environments: string[];
} {
  const { formData } = formContext as { formData?: FormValues };
  const { client, environments } = formData ?? {};
  return {
    tenant: typeof client === 'string' && client !== '' ? client : undefined,
    environments: Array.isArray(environments) ? environments.map(String) : [],
  };
}

/**
 * The tenant that the form has chosen, as it is now; nothing is asked before there is one.
 *
 * @param tenant - name, absent as long as none is chosen
 */
export function useFormTenant(
  tenant: string | undefined,
): LiveQuery<TenantStatus | undefined> {
  const api = useApi(tenantsApiRef);
  return useLiveQuery(`tenant ${tenant}`, async signal =>
    tenant ? api.getTenant(tenant, { signal }) : undefined,
  );
}
