import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { tenantsTranslations } from '@tenantry/plugin-tenants';

/** The languages beside English; people choose theirs in the settings. */
export const languageModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    TranslationBlueprint.make({
      name: 'tenants',
      params: { resource: tenantsTranslations },
    }),
  ],
});
