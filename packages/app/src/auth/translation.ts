import {
  createTranslationRef,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';

/** Every sentence of the sign-in page. */
export const signInTranslationRef = createTranslationRef({
  id: 'app.sign-in',
  messages: {
    checking: 'Looking for your session…',
    signIn: 'Sign in',
    signInAgain: 'Sign in again',
    failed: 'Signing in did not work',
    noAccess: 'You have no access yet',
  },
});

/** The same in German, loaded once somebody chooses that language. */
export const signInTranslations = createTranslationResource({
  ref: signInTranslationRef,
  translations: { de: () => import('./de') },
});
