import { Container, Flex, Header } from '@backstage/ui';
import { useEnvironments, useTenants } from '../../hooks/queries';
import { useText } from '../../hooks/useText';
import { LoadingRows, QueryState } from '../PageState';
import { CreateTenantButton } from './CreateTenantButton';
import { FleetFilterBar } from './FleetFilterBar';
import { FleetList } from './FleetList';
import { RolloutsLink } from './RolloutsLink';
import { toRequest, useFleetFilters } from './useFleetFilters';

/** All tenants that the caller may see, with their health in each environment. */
export function FleetPage() {
  const t = useText();
  const { filters, setFilters } = useFleetFilters();
  const query = useTenants(toRequest(filters));
  const { data: environments = [] } = useEnvironments();
  return (
    <main>
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
        <Flex direction="column" gap="4">
          <FleetFilterBar
            filters={filters}
            environments={environments}
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
      </Container>
    </main>
  );
}
