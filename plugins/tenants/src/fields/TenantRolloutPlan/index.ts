import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { tenantRolloutPlanSchema } from './schema';
import { TenantRolloutPlan } from './TenantRolloutPlan';
import { validateTenantRolloutPlan } from './validateTenantRolloutPlan';

export const tenantRolloutPlanField = createFormField({
  name: 'TenantRolloutPlan',
  component: TenantRolloutPlan,
  validation: validateTenantRolloutPlan,
  schema: tenantRolloutPlanSchema,
});
