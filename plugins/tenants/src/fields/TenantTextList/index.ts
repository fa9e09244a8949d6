import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { tenantTextListSchema } from './schema';
import { TenantTextList } from './TenantTextList';

/** Each entry is checked with the schema of the list's items. */
export const tenantTextListField = createFormField({
  name: 'TenantTextList',
  component: TenantTextList,
  schema: tenantTextListSchema,
});
