import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const tenantTextListSchema = makeFieldSchema({
  output: zod => zod.array(zod.string()),
});

export type TenantTextListProps = typeof tenantTextListSchema.TProps;
