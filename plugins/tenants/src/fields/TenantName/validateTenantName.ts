import type { FieldValidation } from '@rjsf/utils';
import { explainTenantName } from '@tenantry/plugin-tenants-common';
import { failureMessage } from '../../lib/errors';
import { FieldValidationContext, tenantsApiOf, textOf } from '../validation';

/** Refuses a name that is malformed, taken or reserved, or that could not be checked. */
export async function validateTenantName(
  name: string | undefined,
  field: FieldValidation,
  { apiHolder }: FieldValidationContext,
): Promise<void> {
  const malformed = explainTenantName(name ?? '');
  if (malformed || !name) {
    field.addError(malformed ?? '');
    return;
  }
  const t = await textOf(apiHolder);
  try {
    const answer = await tenantsApiOf(apiHolder).checkName(name);
    if (!answer.available) {
      field.addError(answer.message ?? t('fields.name.unavailable', { name }));
    }
  } catch (error) {
    field.addError(
      t('fields.name.unchecked', { reason: failureMessage(error) }),
    );
  }
}
