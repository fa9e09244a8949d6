import { ObservedCheck } from '@tenantry/plugin-tenants-node';

/** What one rule says about the delivery of a tenant environment. */
export type Judgement = Pick<
  ObservedCheck,
  'health' | 'reason' | 'message' | 'runbook'
>;
