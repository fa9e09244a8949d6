import { Alert, Button } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import { failureMessage } from '../../lib/errors';

/** Stands above data that was loaded before the last attempt failed. */
export function RefreshFailedNotice(props: {
  error: Error;
  onRetry: () => void;
}) {
  const t = useText();
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      mb="3"
      title={t('failure.refreshTitle')}
      description={failureMessage(props.error)}
      customActions={
        <Button size="small" variant="tertiary" onPress={props.onRetry}>
          {t('common.retry')}
        </Button>
      }
    />
  );
}
