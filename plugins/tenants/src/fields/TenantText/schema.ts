import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const tenantTextSchema = makeFieldSchema({
  output: zod => zod.string(),
});

export type TenantTextProps = typeof tenantTextSchema.TProps;
