import { Flex, Link, Text } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import type {
  TenantEnvironmentStatus,
  TenantStatus,
} from '@tenantry/plugin-tenants-common';
import { useTenant, useTenantEnvironment } from '../../hooks/queries';
import { useText } from '../../hooks/useText';
import { tenantRouteRef } from '../../routes';
import { HealthStatus, useHealthSentence } from '../HealthStatus';
import { LoadingRows, QueryState } from '../PageState';
import { SyncStatusLabel } from '../SyncStatusLabel';
import { TenantHealth } from '../TenantPage';
import { tenantOfEntity } from './tenantOfEntity';

/** How a tenant, or a tenant environment, is, at a glance; the details are a link away. */
export function EntityTenantCard() {
  const t = useText();
  const { entity } = useEntity();
  const tenantRoute = useRouteRef(tenantRouteRef);
  const subject = tenantOfEntity(entity);
  if (!subject) {
    return null;
  }
  const { tenant, environment } = subject;
  const search = environment
    ? `?environment=${encodeURIComponent(environment)}`
    : '';
  return (
    <EntityInfoCard
      title={t('entity.cardTitle')}
      footerActions={
        tenantRoute && (
          <Link href={`${tenantRoute({ tenant })}${search}`}>
            {t('entity.details')}
          </Link>
        )
      }
    >
      {environment ? (
        <EnvironmentGlance tenant={tenant} environment={environment} />
      ) : (
        <TenantGlance name={tenant} />
      )}
    </EntityInfoCard>
  );
}

function TenantGlance({ name }: { name: string }) {
  const t = useText();
  return (
    <QueryState
      query={useTenant(name)}
      loading={<LoadingRows label={t('tenant.loading')} rows={2} />}
      notFound={<Text>{t('tenant.notFoundTitle', { tenant: name })}</Text>}
    >
      {(tenant: TenantStatus) => (
        <Flex direction="column" gap="3">
          <TenantHealth tenant={tenant} />
          {tenant.environments.map(status => (
            <Flex key={status.environment} align="center" gap="2">
              <Text weight="bold">{status.environment}</Text>
              <HealthStatus health={status.health} />
              <SyncStatusLabel sync={status.sync} />
            </Flex>
          ))}
        </Flex>
      )}
    </QueryState>
  );
}

function EnvironmentGlance(props: { tenant: string; environment: string }) {
  const t = useText();
  const sentence = useHealthSentence();
  return (
    <QueryState
      query={useTenantEnvironment(props.tenant, props.environment)}
      loading={<LoadingRows label={t('environment.loading')} rows={2} />}
      notFound={<Text>{t('environment.notFoundTitle')}</Text>}
    >
      {(status: TenantEnvironmentStatus) => (
        <Flex direction="column" gap="2">
          <Flex align="center" gap="2">
            <HealthStatus health={status.health} />
            <SyncStatusLabel sync={status.sync} />
          </Flex>
          <Text as="p">{sentence(status)}</Text>
        </Flex>
      )}
    </QueryState>
  );
}
