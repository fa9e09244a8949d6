import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import type { RolloutRequest } from '@tenantry/plugin-tenants-common';

/** The field shows and checks, and adds nothing to the values: its own value is always `null`. */
export const tenantRolloutPlanSchema = makeFieldSchema({
  output: zod => zod.null(),
  uiOptions: zod =>
    zod.object({
      templateRef: zod
        .string()
        .describe('Entity ref of the template that changes one tenant.'),
      values: zod
        .array(zod.string())
        .describe('Fields of this form that are values of that template.'),
    }),
});

export type TenantRolloutPlanProps = typeof tenantRolloutPlanSchema.TProps;

export type TenantRolloutPlanUiSchema = TenantRolloutPlanProps['uiSchema'];

/** Rollouts of the form that leaves a field empty. */
const defaults = { waveSize: 5, soakMinutes: 10 };

/**
 * What the form asks for.
 *
 * @returns nothing as long as no environment is chosen
 * @throws Error when the template's author has not named the template and its values
 */
export function rolloutRequest(
  uiSchema: TenantRolloutPlanUiSchema | undefined,
  formData: Record<string, any>,
): RolloutRequest | undefined {
  const { templateRef, values: names } = uiSchema?.['ui:options'] ?? {};
  if (!templateRef || !names) {
    throw new Error(
      'The field TenantRolloutPlan needs ui:options.templateRef, the entity ref of the template, and ui:options.values, the names of its values',
    );
  }
  const [environment] = formData.environments ?? [];
  const given = names.filter(name => formData[name] !== undefined);
  return (
    environment && {
      templateRef,
      environment,
      values: Object.fromEntries(given.map(name => [name, formData[name]])),
      firstWave: formData.firstWave ?? [],
      waveSize: formData.waveSize ?? defaults.waveSize,
      exclude: formData.exclude ?? [],
      soakMinutes: formData.soakMinutes ?? defaults.soakMinutes,
    }
  );
}
