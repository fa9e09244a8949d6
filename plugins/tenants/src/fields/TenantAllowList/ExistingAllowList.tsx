import { useEffect } from 'react';
import { Skeleton } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import type { EnvironmentOption } from '@tenantry/plugin-tenants-common';
import { tenantsApiRef } from '../../api';
import { useLiveQuery } from '../../hooks/useLiveQuery';
import { useText } from '../../hooks/useText';
import { failureMessage } from '../../lib/errors';
import { FieldFailure, FieldNote } from '../FieldNote';
import { EnvironmentAllowList } from './EnvironmentAllowList';

/** The addresses of an environment that the tenant has already; they start as they are in Git. */
export function ExistingAllowList(props: {
  tenant: string;
  environment: EnvironmentOption;
  /** Absent until they have been loaded once. */
  entries: string[] | undefined;
  onChange: (entries: string[]) => void;
}) {
  const { tenant, environment, entries, onChange } = props;
  const t = useText();
  const { data, error, refresh } = useAllowListInGit(tenant, environment.name);
  useEffect(() => {
    if (data && !entries) {
      onChange(data);
    }
  }, [data, entries, onChange]);
  if (error && !data) {
    return (
      <FieldFailure
        message={t('fields.allowList.currentFailed', {
          reason: failureMessage(error),
        })}
        onRetry={refresh}
      />
    );
  }
  if (!data || !entries) {
    return (
      <div role="status" aria-label={t('fields.allowList.loading')}>
        <Skeleton width="100%" height="5rem" />
      </div>
    );
  }
  return (
    <div>
      <EnvironmentAllowList
        environment={environment}
        entries={entries}
        onChange={onChange}
      />
      <FieldNote tone="info">
        {t('fields.allowList.current', { count: data.length })}
      </FieldNote>
    </div>
  );
}

function useAllowListInGit(tenant: string, environment: string) {
  const api = useApi(tenantsApiRef);
  return useLiveQuery(`allow-list ${tenant}/${environment}`, async signal => {
    const status = await api.getTenantEnvironment(tenant, environment, {
      signal,
    });
    return status.allowList;
  });
}
