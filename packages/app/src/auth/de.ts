import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { signInTranslationRef } from './translation';

const messages = createTranslationMessages({
  ref: signInTranslationRef,
  full: true,
  messages: {
    checking: 'Ihre Sitzung wird gesucht …',
    signIn: 'Anmelden',
    signInAgain: 'Erneut anmelden',
    failed: 'Die Anmeldung hat nicht geklappt',
    noAccess: 'Sie haben noch keinen Zugang',
  },
});

export default messages;
