import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { tenantNameSchema } from './schema';
import { TenantName } from './TenantName';
import { validateTenantName } from './validateTenantName';

export const tenantNameField = createFormField({
  name: 'TenantName',
  component: TenantName,
  validation: validateTenantName,
  schema: tenantNameSchema,
});
