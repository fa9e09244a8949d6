import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const tenantEnvironmentsSchema = makeFieldSchema({
  output: zod => zod.array(zod.string()),
});

export type TenantEnvironmentsProps = typeof tenantEnvironmentsSchema.TProps;
