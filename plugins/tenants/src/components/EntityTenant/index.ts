export { EntityTenantCard } from './EntityTenantCard';
export { EntityTenantContent } from './EntityTenantContent';
export { isTenantEntity, tenantOfEntity } from './tenantOfEntity';
