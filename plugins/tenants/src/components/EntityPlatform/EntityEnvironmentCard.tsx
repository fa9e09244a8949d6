import { Flex, Text } from '@backstage/ui';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { ENVIRONMENT_ANNOTATION } from '@tenantry/plugin-tenants-common';
import { useEnvironments } from '../../hooks/queries';
import { useText } from '../../hooks/useText';
import { FleetLink } from '../HealthSummary';
import { LoadingRows, QueryState } from '../PageState';
import { TenantsOf } from './TenantsOf';

/** The version that an environment's network asks for, and how its tenants are. */
export function EntityEnvironmentCard() {
  const t = useText();
  const { entity } = useEntity();
  const environment = entity.metadata.annotations?.[ENVIRONMENT_ANNOTATION];
  if (!environment) {
    return null;
  }
  return (
    <EntityInfoCard
      title={t('entity.environmentTitle')}
      footerActions={
        <FleetLink filter={{ environment }}>
          {t('entity.showTenants')}
        </FleetLink>
      }
    >
      <Flex direction="column" gap="4">
        <NetworkVersion environment={environment} />
        <TenantsOf filter={{ environment }} />
      </Flex>
    </EntityInfoCard>
  );
}

function NetworkVersion({ environment }: { environment: string }) {
  const t = useText();
  return (
    <QueryState
      query={useEnvironments()}
      loading={<LoadingRows label={t('fleet.loading')} rows={1} />}
    >
      {environments => (
        <Flex align="center" gap="2">
          <Text weight="bold">{t('entity.networkVersion')}</Text>
          <Text>
            {environments.find(({ name }) => name === environment)?.version ??
              t('entity.noVersion')}
          </Text>
        </Flex>
      )}
    </QueryState>
  );
}
