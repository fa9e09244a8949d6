import { isDeepStrictEqual } from 'node:util';
import { TenantEnvironmentDescriptor } from '@tenantry/plugin-tenants-common';
import { TenantTemplate } from '../template';
import { recordedValues } from './selectValues';
import { Values } from './TenantState';

/**
 * Whether a tenant environment records already what a template of the operation `change` or
 * `update` would make of it. Values that no descriptor records, such as a reason, do not count.
 *
 * @param values - values of the form that concern each environment
 * @public
 */
export function isUpToDate(
  template: TenantTemplate,
  { spec }: TenantEnvironmentDescriptor,
  values: Values,
): boolean {
  const { base, operation } = template;
  if (operation === 'update') {
    return spec.template.version === base.version;
  }
  const recorded = recordedValues(base.schema, 'environment', spec);
  return Object.entries(recorded).every(
    ([name, value]) =>
      values[name] === undefined || isDeepStrictEqual(values[name], value),
  );
}
