import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const tenantAllowListSchema = makeFieldSchema({
  output: zod => zod.record(zod.array(zod.string())),
  uiOptions: zod =>
    zod.object({
      mode: zod
        .enum(['existing'])
        .optional()
        .describe(
          'Starts with the lists that the tenant of the field "client" has in Git. That field belongs into the same step.',
        ),
    }),
});

export type TenantAllowListProps = typeof tenantAllowListSchema.TProps;

/** CIDRs by the name of the environment. */
export type AllowLists = Record<string, string[]>;
