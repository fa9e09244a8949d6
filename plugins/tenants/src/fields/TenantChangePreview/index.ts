import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { tenantChangePreviewSchema } from './schema';
import { TenantChangePreview } from './TenantChangePreview';
import { validateTenantChangePreview } from './validateTenantChangePreview';

export const tenantChangePreviewField = createFormField({
  name: 'TenantChangePreview',
  component: TenantChangePreview,
  validation: validateTenantChangePreview,
  schema: tenantChangePreviewSchema,
});
