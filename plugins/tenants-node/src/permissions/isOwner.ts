import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { tenantResourceRef } from './tenantResource';

/**
 * Allows the tenants that one of the given entities owns.
 *
 * @public
 */
export const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow the tenants that one of the given groups or users owns',
  resourceRef: tenantResourceRef,
  paramsSchema: z.object({
    owners: z
      .array(z.string())
      .describe('Entity refs, for example group:default/some-client'),
  }),
  apply: (tenant, { owners }) => owners.includes(tenant.owner),
  toQuery: ({ owners }) => ({ owners }),
});
