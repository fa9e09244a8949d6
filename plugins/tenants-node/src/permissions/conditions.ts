import { createConditionExports } from '@backstage/plugin-permission-node';
import { isOwner } from './isOwner';
import { tenantResourceRef } from './tenantResource';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: tenantResourceRef,
  rules: { isOwner },
});

/**
 * Conditions for the decisions of a permission policy.
 *
 * @public
 */
export const tenantConditions = conditions;

/**
 * Makes a conditional decision about a permission on tenants, for a permission policy.
 *
 * @public
 */
export const createTenantConditionalDecision = createConditionalDecision;
