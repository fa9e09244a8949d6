import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { tenantsTranslationRef } from '../translation';

/** The plugin's sentences in the language of the page. */
export function useText() {
  return useTranslationRef(tenantsTranslationRef).t;
}
