import { createTranslationResource } from '@backstage/frontend-plugin-api';
import { tenantsTranslationRef } from '../translation';

/**
 * The plugin's sentences in German (`de`), loaded once somebody chooses that language.
 *
 * @public
 */
export const tenantsTranslations = createTranslationResource({
  ref: tenantsTranslationRef,
  translations: { de: () => import('./de') },
});
