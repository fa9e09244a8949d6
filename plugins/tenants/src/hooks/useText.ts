import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { tenantsTranslationRef } from '../translation';

/** Gives a sentence of the plugin in the language of the page. */
export type Text = TranslationFunction<(typeof tenantsTranslationRef)['T']>;

/** The plugin's sentences in the language of the page. */
export function useText(): Text {
  return useTranslationRef(tenantsTranslationRef).t;
}
