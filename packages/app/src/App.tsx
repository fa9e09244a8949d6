import { createApp } from '@backstage/frontend-defaults';
import apiDocsPlugin from '@backstage/plugin-api-docs/alpha';
import userSettingsModule from '@backstage/plugin-app-module-user-settings';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';
import kubernetesPlugin from '@backstage/plugin-kubernetes/alpha';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import orgPlugin from '@backstage/plugin-org/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import signalsPlugin from '@backstage/plugin-signals/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import tenantsPlugin from '@tenantry/plugin-tenants';
import { authModule } from './auth';
import { landingModule } from './landing';
import { languageModule } from './language';
import { navigationModule } from './navigation';
import { scaffolderPlugin } from './scaffolder';
import { themeModule } from './theme';

/** The example portal: stock plugins, Tenantry's, and the modules that make them one site. */
export const app = createApp({
  features: [
    apiDocsPlugin,
    catalogPlugin,
    catalogGraphPlugin,
    kubernetesPlugin,
    notificationsPlugin,
    orgPlugin,
    scaffolderPlugin,
    searchPlugin,
    signalsPlugin,
    tenantsPlugin,
    userSettingsPlugin,
    userSettingsModule,
    authModule,
    landingModule,
    languageModule,
    navigationModule,
    themeModule,
  ],
});
