import type { FieldValidation } from '@rjsf/utils';
import {
  explainAllowList,
  type EnvironmentOption,
} from '@tenantry/plugin-tenants-common';
import { failureMessage } from '../../lib/errors';
import { formValues } from '../formTenant';
import { FieldValidationContext, tenantsApiOf, textOf } from '../validation';
import { AllowLists } from './schema';

/** Refuses each entry that breaks a rule of its environment. */
export async function validateTenantAllowList(
  lists: AllowLists | undefined,
  field: FieldValidation,
  { apiHolder, formData, uiSchema }: FieldValidationContext,
): Promise<void> {
  const t = await textOf(apiHolder);
  const { environments } = formValues({ formData });
  const existing = uiSchema?.['ui:options']?.mode === 'existing';
  if (existing && environments.some(name => !lists?.[name])) {
    field.addError(t('fields.allowList.notLoaded'));
    return;
  }
  if (!lists || Object.keys(lists).length === 0) {
    return;
  }
  try {
    const { items } = await tenantsApiOf(apiHolder).listEnvironments();
    for (const [environment, entries] of Object.entries(lists)) {
      const option = items.find(({ name }) => name === environment);
      const messages = option
        ? findingsOf(option, entries)
        : [t('fields.environments.unknown', { environment })];
      messages.forEach(message => field.addError(message));
    }
  } catch (error) {
    field.addError(
      t('fields.environments.failed', { reason: failureMessage(error) }),
    );
  }
}

function findingsOf(option: EnvironmentOption, entries: string[]): string[] {
  return explainAllowList(entries, option.allowList).map(
    ({ message }) => `${option.title}: ${message}`,
  );
}
