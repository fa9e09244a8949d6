import { RiSearchEyeLine } from '@remixicon/react';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { TenantStatus } from '@tenantry/plugin-tenants-common';
import { useTenantEnvironment } from '../../hooks/queries';
import { useTenantInFull } from '../../hooks/useTenantInFull';
import { useText } from '../../hooks/useText';
import { EnvironmentStatus } from '../EnvironmentStatus';
import { LoadingRows, QueryState, StateMessage } from '../PageState';
import { TenantActions, type TenantAction } from '../TenantActions';
import {
  TenantHealth,
  TenantStatusView,
  useShownEnvironment,
} from '../TenantPage';
import { TenantTimeline } from '../TenantTimeline';
import { tenantOfEntity } from './tenantOfEntity';

/** The tab of a tenant's entity, or of a tenant environment's: the same as on the tenant page. */
export function EntityTenantContent(props: { actions: TenantAction[] }) {
  const { actions } = props;
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
    <EnvironmentContent
      tenant={tenant}
      environment={environment}
      actions={actions}
    />
  ) : (
    <TenantContent key={tenant} name={tenant} actions={actions} />
  );
}

function TenantContent(props: { name: string; actions: TenantAction[] }) {
  const { name, actions } = props;
  const t = useText();
  return (
    <QueryState
      query={useTenantInFull(name)}
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
          <ShownActions tenant={tenant} actions={actions} />
          <TenantHealth tenant={tenant} />
          <TenantStatusView tenant={tenant} />
        </>
      )}
    </QueryState>
  );
}

function ShownActions(props: {
  tenant: TenantStatus;
  actions: TenantAction[];
}) {
  const shown = useShownEnvironment(props.tenant);
  return shown ? (
    <TenantActions status={shown} actions={props.actions} />
  ) : null;
}

function EnvironmentContent(props: {
  tenant: string;
  environment: string;
  actions: TenantAction[];
}) {
  const t = useText();
  const timeline = (
    <TenantTimeline tenant={props.tenant} environments={[props.environment]} />
  );
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
      {status => (
        <>
          <TenantActions status={status} actions={props.actions} />
          <EnvironmentStatus status={status} timeline={timeline} />
        </>
      )}
    </QueryState>
  );
}
