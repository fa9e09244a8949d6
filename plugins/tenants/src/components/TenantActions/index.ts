export { TenantActions } from './TenantActions';
export { tenantActionsSchema, type TenantAction } from './tenantActions.schema';
