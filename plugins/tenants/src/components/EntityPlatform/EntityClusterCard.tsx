import { Flex } from '@backstage/ui';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { useClusters } from '../../hooks/useClusters';
import { useText } from '../../hooks/useText';
import { FleetLink } from '../HealthSummary';
import { LoadingRows, QueryState } from '../PageState';
import { ClusterConnectivity } from './ClusterConnectivity';
import { TenantsOf } from './TenantsOf';

/** Whether a cluster can be observed, for who may know, and how its tenants are. */
export function EntityClusterCard() {
  const t = useText();
  const { entity } = useEntity();
  const cluster = entity.metadata.name;
  return (
    <EntityInfoCard
      title={t('entity.clusterTitle')}
      footerActions={
        <FleetLink filter={{ cluster }}>{t('entity.showTenants')}</FleetLink>
      }
    >
      <Flex direction="column" gap="4">
        <QueryState
          query={useClusters()}
          loading={<LoadingRows label={t('fleet.loading')} rows={1} />}
        >
          {answer =>
            answer.access === 'granted' && (
              <ClusterConnectivity
                cluster={answer.items.find(({ name }) => name === cluster)}
              />
            )
          }
        </QueryState>
        <TenantsOf filter={{ cluster }} />
      </Flex>
    </EntityInfoCard>
  );
}
