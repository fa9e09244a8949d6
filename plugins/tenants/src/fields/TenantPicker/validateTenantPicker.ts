import { isError } from '@backstage/errors';
import type { FieldValidation } from '@rjsf/utils';
import { failureMessage } from '../../lib/errors';
import { FieldValidationContext, tenantsApiOf, textOf } from '../validation';

/** Refuses a tenant that is not there, or that the user may not see. */
export async function validateTenantPicker(
  tenant: string | undefined,
  field: FieldValidation,
  { apiHolder }: FieldValidationContext,
): Promise<void> {
  const t = await textOf(apiHolder);
  if (!tenant) {
    field.addError(t('fields.tenant.required'));
    return;
  }
  try {
    await tenantsApiOf(apiHolder).getTenant(tenant);
  } catch (error) {
    const unknown = isError(error) && error.name === 'NotFoundError';
    field.addError(
      unknown
        ? t('fields.tenant.unknown', { tenant })
        : t('fields.tenant.failed', { reason: failureMessage(error) }),
    );
  }
}
