import type { ReactNode } from 'react';
import type { LiveQuery } from '../../hooks/useLiveQuery';
import { failureKind } from '../../lib/errors';
import { FailureMessage } from './FailureMessage';
import { RefreshFailedNotice } from './RefreshFailedNotice';

/**
 * Chooses between loading, not found, failed and data. Data that is known is never taken away by a
 * refresh that fails, except when the answer is that the caller may not see it.
 */
export function QueryState<T>(props: {
  query: LiveQuery<T>;
  loading: ReactNode;
  notFound?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const { data, error, refresh } = props.query;
  const kind = error && failureKind(error);
  if (kind === 'notFound' && props.notFound) {
    return <>{props.notFound}</>;
  }
  if (error && (data === undefined || kind !== 'failed')) {
    return <FailureMessage error={error} onRetry={refresh} />;
  }
  if (data === undefined) {
    return <>{props.loading}</>;
  }
  return (
    <>
      {error && <RefreshFailedNotice error={error} onRetry={refresh} />}
      {props.children(data)}
    </>
  );
}
