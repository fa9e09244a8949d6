export { TenantSearchResultListItem } from './TenantSearchResultListItem';
