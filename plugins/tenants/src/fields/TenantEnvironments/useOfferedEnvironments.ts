import type { EnvironmentOption } from '@tenantry/plugin-tenants-common';
import { useEnvironments } from '../../hooks/queries';
import { formValues, useFormTenant } from '../formTenant';
import { TenantEnvironmentsProps } from './schema';

/** The environments that a form offers, or why it offers none yet. */
export interface OfferedEnvironments {
  /** Absent while they are loaded. */
  options?: EnvironmentOption[];
  error?: Error;
  /** A tenant has to be chosen first. */
  needsTenant: boolean;
  refresh: () => void;
}

/** All environments of the platform, or those that the chosen tenant has, or has not. */
export function useOfferedEnvironments({
  uiSchema,
  formContext,
}: TenantEnvironmentsProps): OfferedEnvironments {
  const mode = uiSchema['ui:options']?.mode;
  const { tenant: name } = formValues(formContext);
  const environments = useEnvironments();
  const tenant = useFormTenant(mode && name);
  const refresh = () => {
    environments.refresh();
    tenant.refresh();
  };
  const error = environments.error ?? tenant.error;
  if (!mode) {
    return { options: environments.data, error, needsTenant: false, refresh };
  }
  const current = tenant.isStale ? undefined : tenant.data;
  const present = new Set(
    current?.environments.map(({ environment }) => environment),
  );
  const options =
    current &&
    environments.data?.filter(
      option => present.has(option.name) === (mode === 'existing'),
    );
  return { options, error, needsTenant: !name, refresh };
}
