import { z } from 'zod';

const tenantActionSchema = z.object({
  /** Software Template in the namespace `default`. */
  template: z.string(),
  /** What the menu calls it; the templates of Tenantry have a name in each language. */
  title: z.string().optional(),
  /** In which state of the shown environment it makes sense. */
  when: z.enum(['always', 'running', 'suspended']).default('always'),
  /** Whether the form begins with the shown environment, or with the tenant alone. */
  prefill: z.enum(['environment', 'tenant']).default('environment'),
});

/** One change of a tenant by form. */
export type TenantAction = z.infer<typeof tenantActionSchema>;

/** What the menu of the tenant page offers, unless the configuration says otherwise. */
export const tenantActionsSchema = z.array(tenantActionSchema).default([
  { template: 'change-allow-list', when: 'always', prefill: 'environment' },
  { template: 'change-size', when: 'running', prefill: 'environment' },
  { template: 'upgrade-splice', when: 'running', prefill: 'environment' },
  { template: 'change-top-up', when: 'running', prefill: 'environment' },
  { template: 'update-client', when: 'always', prefill: 'environment' },
  { template: 'add-environment', when: 'always', prefill: 'tenant' },
  { template: 'revert-change', when: 'always', prefill: 'tenant' },
  { template: 'suspend-client', when: 'running', prefill: 'environment' },
  { template: 'resume-client', when: 'suspended', prefill: 'environment' },
  { template: 'offboard-client', when: 'always', prefill: 'environment' },
  { template: 'remove-client', when: 'suspended', prefill: 'environment' },
]);
