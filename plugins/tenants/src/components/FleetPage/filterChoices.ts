import type { TenantSummary } from '@tenantry/plugin-tenants-common';
import type { ClustersAnswer } from '../../hooks/useClusters';

/**
 * The clusters and owners to choose from: all that the caller may know of, and those of the tenants
 * that are shown.
 *
 * @param owners - entity refs of the owners in the catalog
 */
export function filterChoices(
  clusters: ClustersAnswer | undefined,
  owners: readonly string[],
  tenants: readonly TenantSummary[],
): { clusters: string[]; owners: string[] } {
  const known =
    clusters?.access === 'granted'
      ? clusters.items.filter(({ role }) => role === 'environment')
      : [];
  const shown = tenants.flatMap(({ environments }) => environments);
  return {
    clusters: sorted([
      ...known.map(({ name }) => name),
      ...shown.map(({ cluster }) => cluster),
    ]),
    owners: sorted([...owners, ...tenants.map(({ owner }) => owner)]),
  };
}

function sorted(names: string[]): string[] {
  return [...new Set(names)].sort((left, right) => left.localeCompare(right));
}
