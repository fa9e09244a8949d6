import { RiSearchEyeLine } from '@remixicon/react';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTenant, useTenantEnvironment } from '../../hooks/queries';
import { useText } from '../../hooks/useText';
import { EnvironmentStatus } from '../EnvironmentStatus';
import { LoadingRows, QueryState, StateMessage } from '../PageState';
import { TenantHealth, TenantStatusView } from '../TenantPage';
import { TenantTimeline } from '../TenantTimeline';
import { tenantOfEntity } from './tenantOfEntity';

/** The tab of a tenant's entity, or of a tenant environment's: the same as on the tenant page. */
export function EntityTenantContent() {
  const t = useText();
  const { entity } = useEntity();
  const subject = tenantOfEntity(entity);
  if (!subject) {
    return (
      <StateMessage
        icon={RiSearchEyeLine}
        title={t('entity.annotationMissing')}
      />
    );
  }
  const { tenant, environment } = subject;
  return environment ? (
    <EnvironmentContent tenant={tenant} environment={environment} />
  ) : (
    <TenantContent name={tenant} />
  );
}

function TenantContent({ name }: { name: string }) {
  const t = useText();
  return (
    <QueryState
      query={useTenant(name)}
      loading={
        <LoadingRows label={t('tenant.loading')} rows={4} height="6rem" />
      }
      notFound={
        <StateMessage
          icon={RiSearchEyeLine}
          title={t('tenant.notFoundTitle', { tenant: name })}
          description={t('tenant.notFoundDescription')}
        />
      }
    >
      {tenant => (
        <>
          <TenantHealth tenant={tenant} />
          <TenantStatusView tenant={tenant} />
        </>
      )}
    </QueryState>
  );
}

function EnvironmentContent(props: { tenant: string; environment: string }) {
  const t = useText();
  const timeline = <TenantTimeline tenant={props.tenant} />;
  return (
    <QueryState
      query={useTenantEnvironment(props.tenant, props.environment)}
      loading={
        <LoadingRows label={t('environment.loading')} rows={4} height="6rem" />
      }
      notFound={
        <StateMessage
          icon={RiSearchEyeLine}
          title={t('environment.notFoundTitle')}
          description={t('environment.notFoundDescription')}
        />
      }
    >
      {status => <EnvironmentStatus status={status} timeline={timeline} />}
    </QueryState>
  );
}
