import { Button } from '@backstage/ui';
import { RiErrorWarningLine, RiLockLine } from '@remixicon/react';
import { useText } from '../../hooks/useText';
import { failureKind, failureMessage } from '../../lib/errors';
import { StateMessage } from './StateMessage';

/** Nothing could be loaded: why, and a way to try again where that can help. */
export function FailureMessage(props: { error: Error; onRetry: () => void }) {
  const t = useText();
  if (failureKind(props.error) === 'denied') {
    return (
      <StateMessage
        role="alert"
        icon={RiLockLine}
        title={t('failure.deniedTitle')}
        description={t('failure.deniedDescription')}
      />
    );
  }
  return (
    <StateMessage
      role="alert"
      icon={RiErrorWarningLine}
      title={t('failure.failedTitle')}
      description={failureMessage(props.error)}
      actions={<Button onPress={props.onRetry}>{t('common.retry')}</Button>}
    />
  );
}
