import type { FieldValidation } from '@rjsf/utils';
import { failureMessage } from '../../lib/errors';
import { FieldValidationContext, tenantsApiOf, textOf } from '../validation';

/** Refuses an empty choice, and environments that the platform does not have. */
export async function validateTenantEnvironments(
  chosen: string[] | undefined,
  field: FieldValidation,
  { apiHolder }: FieldValidationContext,
): Promise<void> {
  const t = await textOf(apiHolder);
  if (!chosen?.length) {
    field.addError(t('fields.environments.required'));
    return;
  }
  try {
    const { items } = await tenantsApiOf(apiHolder).listEnvironments();
    const known = new Set(items.map(({ name }) => name));
    chosen
      .filter(environment => !known.has(environment))
      .forEach(environment =>
        field.addError(t('fields.environments.unknown', { environment })),
      );
  } catch (error) {
    field.addError(
      t('fields.environments.failed', { reason: failureMessage(error) }),
    );
  }
}
