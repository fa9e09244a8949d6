import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { tenantPickerSchema } from './schema';
import { TenantPicker } from './TenantPicker';
import { validateTenantPicker } from './validateTenantPicker';

export const tenantPickerField = createFormField({
  name: 'TenantPicker',
  component: TenantPicker,
  validation: validateTenantPicker,
  schema: tenantPickerSchema,
});
