import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const tenantPickerSchema = makeFieldSchema({
  output: zod => zod.string(),
});

export type TenantPickerProps = typeof tenantPickerSchema.TProps;
