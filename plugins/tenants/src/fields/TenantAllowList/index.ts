import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { tenantAllowListSchema } from './schema';
import { TenantAllowList } from './TenantAllowList';
import { validateTenantAllowList } from './validateTenantAllowList';

export const tenantAllowListField = createFormField({
  name: 'TenantAllowList',
  component: TenantAllowList,
  validation: validateTenantAllowList,
  schema: tenantAllowListSchema,
});
