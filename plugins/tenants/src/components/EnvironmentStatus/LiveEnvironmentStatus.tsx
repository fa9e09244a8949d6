import type { ReactNode } from 'react';
import type { TenantEnvironmentStatus } from '@tenantry/plugin-tenants-common';
import { useTenantEnvironment } from '../../hooks/queries';
import { RefreshFailedNotice } from '../PageState';
import { EnvironmentStatus } from './EnvironmentStatus';

/** Shows in short what is known already, and everything as soon as the details are there. */
export function LiveEnvironmentStatus(props: {
  status: TenantEnvironmentStatus;
  timeline: ReactNode;
}) {
  const { status, timeline } = props;
  const { tenant, environment } = status;
  const { data, error, isStale, refresh } = useTenantEnvironment(
    tenant,
    environment,
  );
  const details = isStale ? undefined : data;
  return (
    <>
      {error && <RefreshFailedNotice error={error} onRetry={refresh} />}
      <EnvironmentStatus status={details ?? status} timeline={timeline} />
    </>
  );
}
