import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { tenantEnvironmentsSchema } from './schema';
import { TenantEnvironments } from './TenantEnvironments';
import { validateTenantEnvironments } from './validateTenantEnvironments';

export const tenantEnvironmentsField = createFormField({
  name: 'TenantEnvironments',
  component: TenantEnvironments,
  validation: validateTenantEnvironments,
  schema: tenantEnvironmentsSchema,
});
