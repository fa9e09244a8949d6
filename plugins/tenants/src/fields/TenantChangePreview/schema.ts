import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** The field shows and checks, and adds nothing to the values: its own value is always `null`. */
export const tenantChangePreviewSchema = makeFieldSchema({
  output: zod => zod.null(),
  uiOptions: zod =>
    zod.object({
      templateRef: zod
        .string()
        .describe('Entity ref of the template whose change is previewed.'),
    }),
});

export type TenantChangePreviewProps = typeof tenantChangePreviewSchema.TProps;

export type TenantChangePreviewUiSchema = TenantChangePreviewProps['uiSchema'];

/**
 * The template whose change is previewed.
 *
 * @throws Error when the template's author has not named it
 */
export function templateRefOf(
  uiSchema: TenantChangePreviewUiSchema | undefined,
): string {
  const templateRef = uiSchema?.['ui:options']?.templateRef;
  if (!templateRef) {
    throw new Error(
      'The field TenantChangePreview needs ui:options.templateRef, the entity ref of its template',
    );
  }
  return templateRef;
}

/** The values that the change is made from: those of the form without fields that only show. */
export function changeValues(
  formData: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(formData).filter(([, value]) => value !== null),
  );
}
