import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  SignInPageBlueprint,
  TranslationBlueprint,
} from '@backstage/plugin-app-react';
import { oidcAuthApi } from './oidcAuthApi';
import { signInTranslations } from './translation';

const signInPage = SignInPageBlueprint.make({
  params: { loader: () => import('./SignInPage').then(m => m.SignInPage) },
});

const signInLanguages = TranslationBlueprint.make({
  name: 'sign-in',
  params: { resource: signInTranslations },
});

export const authModule = createFrontendModule({
  pluginId: 'app',
  extensions: [oidcAuthApi, signInPage, signInLanguages],
});
