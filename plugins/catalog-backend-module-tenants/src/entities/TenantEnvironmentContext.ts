import { TenantEnvironmentDescriptor } from '@tenantry/plugin-tenants-common';
import {
  Registered,
  Registry,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import { EntityOptions } from '../config';

/**
 * A tenant environment with everything that its entities are made of.
 */
export interface TenantEnvironmentContext {
  registry: Registry;
  registered: Registered<TenantEnvironmentDescriptor>;
  binding: TenantBinding;
  options: EntityOptions;
}
