import { Alert, Flex, Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useText } from '../../hooks/useText';
import { rootRouteRef } from '../../routes';
import { RelativeTime } from '../RelativeTime';
import type { HiddenCluster } from './hiddenClusters';
import { toSearchParams } from './useFleetFilters';

/** All clusters that cannot be observed in one banner, each with the way to the tenants it hides. */
export function ClustersBanner({ clusters }: { clusters: HiddenCluster[] }) {
  const t = useText();
  if (clusters.length === 0) {
    return null;
  }
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('fleet.clusters.title', {
        count: clusters.length,
        names: clusters.map(({ name }) => name).join(', '),
      })}
      description={
        <Flex direction="column" gap="2">
          {clusters.map(cluster => (
            <ClusterLine key={cluster.name} cluster={cluster} />
          ))}
        </Flex>
      }
    />
  );
}

function ClusterLine({ cluster }: { cluster: HiddenCluster }) {
  const t = useText();
  const { message, observedAt } = cluster;
  return (
    <div>
      {message}{' '}
      {observedAt &&
        t('fleet.clusters.lastAnswer', {
          time: <RelativeTime at={observedAt} />,
        })}{' '}
      <ClusterLink cluster={cluster} />
    </div>
  );
}

function ClusterLink({ cluster }: { cluster: HiddenCluster }) {
  const t = useText();
  const fleetRoute = useRouteRef(rootRouteRef);
  const { name, tenants } = cluster;
  const search = toSearchParams({ cluster: name });
  return fleetRoute && tenants !== 0 ? (
    <Link variant="body-small" href={`${fleetRoute()}?${search}`}>
      {tenants === undefined
        ? t('fleet.clusters.showAll', { cluster: name })
        : t('fleet.clusters.show', { cluster: name, count: tenants })}
    </Link>
  ) : null;
}
