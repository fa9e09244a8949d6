import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const tenantNameSchema = makeFieldSchema({
  output: zod => zod.string(),
});

export type TenantNameProps = typeof tenantNameSchema.TProps;
