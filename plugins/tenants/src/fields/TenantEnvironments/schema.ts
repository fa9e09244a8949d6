import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const tenantEnvironmentsSchema = makeFieldSchema({
  output: zod => zod.array(zod.string()),
  uiOptions: zod =>
    zod.object({
      mode: zod
        .enum(['existing', 'missing'])
        .optional()
        .describe(
          'Offers only the environments that the tenant of the field "client" has, or has not.',
        ),
    }),
});

export type TenantEnvironmentsProps = typeof tenantEnvironmentsSchema.TProps;
