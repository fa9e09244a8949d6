import type { FieldValidation } from '@rjsf/utils';
import { failureMessage } from '../../lib/errors';
import { FieldValidationContext, tenantsApiOf, textOf } from '../validation';
import { rolloutRequest, TenantRolloutPlanUiSchema } from './schema';

/** Refuses a rollout that could not be carried out. */
export async function validateTenantRolloutPlan(
  _value: null,
  field: FieldValidation,
  context: FieldValidationContext & { uiSchema?: TenantRolloutPlanUiSchema },
): Promise<void> {
  const { apiHolder, formData, uiSchema } = context;
  const t = await textOf(apiHolder);
  const request = rolloutRequest(uiSchema, formData);
  if (!request) {
    field.addError(t('fields.environments.required'));
    return;
  }
  try {
    await tenantsApiOf(apiHolder).planRollout(request);
  } catch (error) {
    field.addError(
      t('fields.rolloutPlan.failed', { reason: failureMessage(error) }),
    );
  }
}
