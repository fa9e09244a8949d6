import { Alert, Button, Card, CardBody, Flex, Text } from '@backstage/ui';
import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { useSearchParams } from 'react-router-dom';
import { Logo } from '../navigation/Logo';
import { NoAccess } from './NoAccess';
import { signInTranslationRef } from './translation';
import { useSignIn } from './useSignIn';
import styles from './SignInPage.module.css';

/** The way in: everybody signs in with the platform's identity provider, nobody as a guest. */
export function SignInPage(props: SignInPageProps) {
  const title =
    useApi(configApiRef).getOptionalString('app.title') ?? 'Tenantry';
  const { t } = useTranslationRef(signInTranslationRef);
  const [search] = useSearchParams();
  const { state, signIn } = useSignIn(
    props.onSignInSuccess,
    search.get('error'),
  );
  const refusal = state.step === 'signedOut' ? state.refusal : undefined;
  return (
    <main className={styles.page} aria-busy={state.step === 'checking'}>
      <Card className={styles.card}>
        <CardBody>
          <Flex direction="column" align="center" gap="4">
            <Logo size={56} />
            <Text as="h1" variant="title-medium" weight="bold">
              {title}
            </Text>
            {refusal?.noAccess && <NoAccess message={refusal.message} />}
            {state.step === 'checking' ? (
              <Text color="secondary" role="status">
                {t('checking')}
              </Text>
            ) : (
              <Button isPending={state.step === 'signingIn'} onPress={signIn}>
                {refusal?.noAccess ? t('signInAgain') : t('signIn')}
              </Button>
            )}
            {refusal && !refusal.noAccess && (
              <Alert
                role="alert"
                status="danger"
                icon
                title={t('failed')}
                description={refusal.message}
              />
            )}
          </Flex>
        </CardBody>
      </Card>
    </main>
  );
}
