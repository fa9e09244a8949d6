import { Registry } from '@tenantry/plugin-tenants-node';
import { TenantState } from '../state';
import { TenantTemplate } from '../template';
import { TenantValues } from '../TenantValues';

/** What the rules for a change of an existing tenant look at. */
export interface RuleInput {
  template: TenantTemplate;
  /** Values of the form; they may break its schema. */
  values: TenantValues;
  registry: Registry;
  /** The tenant as it is. */
  tenant: TenantState;
}
