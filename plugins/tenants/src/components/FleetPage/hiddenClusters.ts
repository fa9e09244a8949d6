import type {
  ClusterStatus,
  TenantSummary,
} from '@tenantry/plugin-tenants-common';
import type { ClustersAnswer } from '../../hooks/useClusters';

/** A cluster whose tenants cannot be told to be well or not. */
export interface HiddenCluster {
  name: string;
  message?: string;
  /** RFC 3339 in UTC. */
  observedAt?: string;
  /** Number of tenants on it; absent where only a part of them is known. */
  tenants?: number;
}

/** Reasons that sources give when they cannot ask the server of a cluster. */
const unreachableReasons: ReadonlySet<string | undefined> = new Set([
  'CertificateNotTrusted',
  'ClusterUnreachable',
  'CredentialsRefused',
  'Disconnected',
  'InvalidAnswer',
  'NoCredentials',
  'Timeout',
  'Unreachable',
]);

/**
 * The clusters that cannot be observed: as the backend says, or else, for who may not ask about
 * clusters, by the reasons of the tenant environments that are shown.
 *
 * @param clusters - absent while it is not known, or could not be found out
 */
export function hiddenClusters(
  clusters: ClustersAnswer | undefined,
  tenants: readonly TenantSummary[],
): HiddenCluster[] {
  return clusters?.access === 'granted'
    ? clusters.items.filter(isHidden).map(toHiddenCluster)
    : fromReasons(tenants);
}

/** A cluster that nobody has asked yet hides something only if there are tenants on it. */
function isHidden({ connectivity, tenants }: ClusterStatus): boolean {
  return (
    connectivity === 'Disconnected' ||
    (connectivity === 'Unknown' && tenants > 0)
  );
}

function toHiddenCluster(cluster: ClusterStatus): HiddenCluster {
  const { name, message, observedAt, tenants } = cluster;
  return { name, message, observedAt, tenants };
}

function fromReasons(tenants: readonly TenantSummary[]): HiddenCluster[] {
  const byName = new Map<string, HiddenCluster>();
  tenants
    .flatMap(({ environments }) => environments)
    .filter(
      ({ health, reason }) =>
        health === 'Unknown' && unreachableReasons.has(reason),
    )
    .forEach(({ cluster: name, message, observedAt }) => {
      if (!byName.has(name)) {
        byName.set(name, { name, message, observedAt });
      }
    });
  return [...byName.values()];
}
