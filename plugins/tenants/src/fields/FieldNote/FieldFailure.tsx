import { Button } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import { FieldNote } from './FieldNote';

/** Says why something that a field needs could not be had, and asks again on request. */
export function FieldFailure(props: { message: string; onRetry: () => void }) {
  const t = useText();
  return (
    <FieldNote tone="bad">
      {props.message}{' '}
      <Button size="small" variant="tertiary" onPress={props.onRetry}>
        {t('common.retry')}
      </Button>
    </FieldNote>
  );
}
