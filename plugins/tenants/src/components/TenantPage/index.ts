export { TenantHealth } from './TenantHealth';
export { TenantPage } from './TenantPage';
export { TenantStatusView } from './TenantStatusView';
export { useShownEnvironment } from './useShownEnvironment';
