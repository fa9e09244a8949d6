import { Alert } from '@backstage/ui';
import { DateTime, Duration } from 'luxon';
import type {
  Check,
  CheckSummary,
  TenantEnvironmentStatus,
} from '@tenantry/plugin-tenants-common';
import { useLanguage } from '../../hooks/useLanguage';
import { useNow } from '../../hooks/useNow';
import { useText } from '../../hooks/useText';
import { relativeTo } from '../RelativeTime';

/** Older than this, a status may no longer be true; sources confirm theirs far more often. */
export const staleAfter = Duration.fromObject({ minutes: 3 });

/** What a reader has to know before believing the rest: stale, partial, suspended, unobserved. */
export function EnvironmentNotices(props: { status: TenantEnvironmentStatus }) {
  const { status } = props;
  const t = useText();
  return (
    <>
      <FreshnessNotice observedAt={status.observedAt} />
      <PartialNotice status={status} />
      {status.suspended && (
        <Alert
          status="info"
          icon
          title={t('environment.suspendedTitle')}
          description={t('environment.suspendedDescription')}
        />
      )}
    </>
  );
}

function FreshnessNotice({ observedAt }: { observedAt?: string }) {
  const t = useText();
  const language = useLanguage();
  const now = useNow();
  if (!observedAt) {
    return (
      <Alert
        status="info"
        icon
        title={t('environment.notObservedTitle')}
        description={t('environment.notObservedDescription')}
      />
    );
  }
  const confirmed = DateTime.fromISO(observedAt);
  if (now < confirmed.plus(staleAfter)) {
    return null;
  }
  return (
    <Alert
      status="warning"
      icon
      title={t('environment.staleTitle', {
        time: relativeTo(now, confirmed, language),
      })}
      description={t('environment.staleDescription')}
    />
  );
}

function PartialNotice({ status }: { status: TenantEnvironmentStatus }) {
  const t = useText();
  const count = status.components
    .flatMap((component): (Check | CheckSummary)[] => component.checks)
    .filter(check => 'lastKnown' in check && check.lastKnown).length;
  if (count === 0) {
    return null;
  }
  return (
    <Alert
      status="warning"
      icon
      title={t('environment.partialTitle', { count })}
      description={t('environment.partialDescription')}
    />
  );
}
