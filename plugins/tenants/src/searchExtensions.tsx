import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { RiStackLine } from '@remixicon/react';

/** The type of the documents that the search module of the backend collects. */
const documentType = 'tenants';

export const tenantSearchResultListItem = SearchResultListItemBlueprint.make({
  params: {
    icon: <RiStackLine />,
    predicate: result => result.type === documentType,
    component: () =>
      import('./components/TenantSearchResultListItem').then(
        m => m.TenantSearchResultListItem,
      ),
  },
});

export const tenantSearchResultType = SearchFilterResultTypeBlueprint.make({
  name: 'tenants-results-type',
  params: {
    value: documentType,
    name: 'Tenants',
    icon: <RiStackLine />,
  },
});
