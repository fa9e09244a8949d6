import { useApiHolder } from '@backstage/frontend-plugin-api';
import {
  CATALOG_FILTER_EXISTS,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import { TENANT_ANNOTATION } from '@tenantry/plugin-tenants-common';
import { useLiveQuery } from './useLiveQuery';

const facet = 'relations.ownedBy';

/**
 * Entity refs of the groups that own tenants, by the catalog; empty while that is not known, and in
 * an app without a catalog.
 */
export function useOwners(): string[] {
  const catalog = useApiHolder().get(catalogApiRef);
  const { data } = useLiveQuery('owners', async () => {
    const answer = await catalog?.getEntityFacets({
      facets: [facet],
      filter: {
        kind: 'Domain',
        [`metadata.annotations.${TENANT_ANNOTATION}`]: CATALOG_FILTER_EXISTS,
      },
    });
    return answer?.facets[facet]?.map(({ value }) => value).sort() ?? [];
  });
  return data ?? [];
}
