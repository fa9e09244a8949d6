import { Container, Flex, Header } from '@backstage/ui';
import { useEnvironments, useTenants } from '../../hooks/queries';
import { useClusters } from '../../hooks/useClusters';
import { useOwners } from '../../hooks/useOwners';
import { useText } from '../../hooks/useText';
import { LoadingRows, QueryState } from '../PageState';
import { ClustersBanner } from './ClustersBanner';
import { CreateTenantButton } from './CreateTenantButton';
import { filterChoices } from './filterChoices';
import { FleetFilterBar } from './FleetFilterBar';
import { FleetList } from './FleetList';
import { hiddenClusters } from './hiddenClusters';
import { RegistryBanner } from './RegistryBanner';
import { RolloutsLink } from './RolloutsLink';
import { toRequest, useFleetFilters } from './useFleetFilters';
import styles from './FleetPage.module.css';

/** All tenants that the caller may see, with their health in each environment. */
export function FleetPage() {
  const t = useText();
  return (
    <main className={styles.page}>
      <Header
        title={t('fleet.title')}
        description={t('fleet.description')}
        customActions={
          <>
            <RolloutsLink />
            <CreateTenantButton />
          </>
        }
      />
      <Container>
        <Fleet />
      </Container>
    </main>
  );
}

function Fleet() {
  const t = useText();
  const { filters, setFilters } = useFleetFilters();
  const query = useTenants(toRequest(filters));
  const { data: environments = [] } = useEnvironments();
  const { data: clusters } = useClusters();
  const tenants = query.data?.items ?? [];
  const registry =
    clusters?.access === 'granted' ? clusters.registry : undefined;
  return (
    <Flex direction="column" gap="4">
      {registry && <RegistryBanner registry={registry} />}
      <ClustersBanner clusters={hiddenClusters(clusters, tenants)} />
      <FleetFilterBar
        filters={filters}
        environments={environments}
        {...filterChoices(clusters, useOwners(), tenants)}
        onChange={setFilters}
      />
      <QueryState
        query={query}
        loading={<LoadingRows label={t('fleet.loading')} rows={8} />}
      >
        {list => (
          <FleetList
            list={list}
            environments={environments.map(({ name }) => name)}
            isStale={query.isStale}
            filters={filters}
            onChange={setFilters}
          />
        )}
      </QueryState>
    </Flex>
  );
}
