import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

export const tenantNameFormField = FormFieldBlueprint.make({
  name: 'tenant-name',
  params: {
    field: () => import('./fields/TenantName').then(m => m.tenantNameField),
  },
});

export const tenantPickerFormField = FormFieldBlueprint.make({
  name: 'tenant-picker',
  params: {
    field: () => import('./fields/TenantPicker').then(m => m.tenantPickerField),
  },
});

export const tenantTextFormField = FormFieldBlueprint.make({
  name: 'tenant-text',
  params: {
    field: () => import('./fields/TenantText').then(m => m.tenantTextField),
  },
});

export const tenantTextListFormField = FormFieldBlueprint.make({
  name: 'tenant-text-list',
  params: {
    field: () =>
      import('./fields/TenantTextList').then(m => m.tenantTextListField),
  },
});

export const tenantEnvironmentsFormField = FormFieldBlueprint.make({
  name: 'tenant-environments',
  params: {
    field: () =>
      import('./fields/TenantEnvironments').then(
        m => m.tenantEnvironmentsField,
      ),
  },
});

export const tenantAllowListFormField = FormFieldBlueprint.make({
  name: 'tenant-allow-list',
  params: {
    field: () =>
      import('./fields/TenantAllowList').then(m => m.tenantAllowListField),
  },
});

export const tenantRolloutPlanFormField = FormFieldBlueprint.make({
  name: 'tenant-rollout-plan',
  params: {
    field: () =>
      import('./fields/TenantRolloutPlan').then(m => m.tenantRolloutPlanField),
  },
});

export const tenantChangePreviewFormField = FormFieldBlueprint.make({
  name: 'tenant-change-preview',
  params: {
    field: () =>
      import('./fields/TenantChangePreview').then(
        m => m.tenantChangePreviewField,
      ),
  },
});
