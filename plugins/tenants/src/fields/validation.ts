import {
  translationApiRef,
  type ApiHolder,
} from '@backstage/frontend-plugin-api';
import type { TenantsApi } from '@tenantry/plugin-tenants-common';
import { tenantsApiRef } from '../api';
import type { Text } from '../hooks/useText';
import { tenantsTranslationRef } from '../translation';

/** What the scaffolder hands to a validation function, as far as the fields here use it. */
export interface FieldValidationContext {
  apiHolder: ApiHolder;
  formData: Record<string, unknown>;
  uiSchema?: { 'ui:options'?: Record<string, unknown> };
}

/** The tenants API of the app. */
export function tenantsApiOf(apiHolder: ApiHolder): TenantsApi {
  const api = apiHolder.get(tenantsApiRef);
  if (!api) {
    throw new Error('The tenants API is not installed in this app');
  }
  return api;
}

/** The plugin's sentences, outside React; waits for a language that is still being loaded. */
export async function textOf(apiHolder: ApiHolder): Promise<Text> {
  const translations = apiHolder.get(translationApiRef);
  if (!translations) {
    throw new Error('The translation API is not installed in this app');
  }
  const snapshot = translations.getTranslation(tenantsTranslationRef);
  if (snapshot.ready) {
    return snapshot.t;
  }
  return new Promise(resolve => {
    const subscription = translations
      .translation$(tenantsTranslationRef)
      .subscribe(next => {
        if (next.ready) {
          subscription.unsubscribe();
          resolve(next.t);
        }
      });
  });
}
