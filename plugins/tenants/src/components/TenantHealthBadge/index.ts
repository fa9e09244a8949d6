export { TenantHealthBadge } from './TenantHealthBadge';
