/**
 * Frontend plugin of Tenantry, for Backstage's new frontend system.
 *
 * @packageDocumentation
 */
export { tenantsPlugin as default } from './plugin';
export { tenantsApiRef } from './api';
export { useUnwellTenantCount } from './hooks/useUnwellTenantCount';
export {
  createTenantRouteRef,
  rootRouteRef,
  templateRouteRef,
  tenantRouteRef,
} from './routes';
export { tenantsTranslationRef } from './translation';
export { tenantsTranslations } from './translations';
