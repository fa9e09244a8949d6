import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { tenantTextSchema } from './schema';
import { TenantText } from './TenantText';
import { validateTenantText } from './validateTenantText';

export const tenantTextField = createFormField({
  name: 'TenantText',
  component: TenantText,
  validation: validateTenantText,
  schema: tenantTextSchema,
});
