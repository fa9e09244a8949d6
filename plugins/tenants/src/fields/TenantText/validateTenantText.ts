import type { FieldValidation } from '@rjsf/utils';
import { explainPlainText } from '@tenantry/plugin-tenants-common';

/** Refuses text that is more than text; the schema's own rules are checked with the schema. */
export function validateTenantText(
  text: string | undefined,
  field: FieldValidation,
): void {
  const problem = text && explainPlainText(text);
  if (problem) {
    field.addError(problem);
  }
}
