import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const tenantAllowListSchema = makeFieldSchema({
  output: zod => zod.record(zod.array(zod.string())),
});

export type TenantAllowListProps = typeof tenantAllowListSchema.TProps;

/** CIDRs by the name of the environment. */
export type AllowLists = Record<string, string[]>;
