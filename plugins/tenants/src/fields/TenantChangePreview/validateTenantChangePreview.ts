import type { FieldValidation } from '@rjsf/utils';
import { failureMessage } from '../../lib/errors';
import { FieldValidationContext, tenantsApiOf, textOf } from '../validation';
import {
  changeValues,
  TenantChangePreviewUiSchema,
  templateRefOf,
} from './schema';

/** Refuses a change that breaks rules, or that could not be worked out. */
export async function validateTenantChangePreview(
  _value: null,
  field: FieldValidation,
  context: FieldValidationContext & { uiSchema?: TenantChangePreviewUiSchema },
): Promise<void> {
  const { apiHolder, formData, uiSchema } = context;
  const t = await textOf(apiHolder);
  try {
    const { findings } = await tenantsApiOf(apiHolder).previewChange({
      templateRef: templateRefOf(uiSchema),
      values: changeValues(formData),
    });
    findings.forEach(({ message }) => field.addError(message));
  } catch (error) {
    field.addError(
      t('fields.preview.failed', { reason: failureMessage(error) }),
    );
  }
}
