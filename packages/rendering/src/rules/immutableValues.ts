import { Finding } from '@tenantry/plugin-tenants-common';
import { recordedPlace } from '../template/recorded';
import { RuleInput } from './RuleInput';

/** A value that can never be changed may be given only as it is. */
export function immutableValueFindings({
  template,
  values,
  tenant,
}: RuleInput): Finding[] {
  return Object.entries(template.base.schema.properties).flatMap(
    ([field, parameter]) => {
      const place = recordedPlace(parameter);
      if (place?.keys[0] !== 'immutable' || values[field] === undefined) {
        return [];
      }
      const other = values.environments.find(name => {
        const current = tenant.environments.get(name);
        return current && current.values[field] !== values[field];
      });
      return other
        ? [
            {
              rule: 'immutable',
              field,
              message: `${parameter.title ?? field} of "${
                tenant.client
              }" in the environment "${other}" is "${
                tenant.environments.get(other)!.values[field]
              }" and can never be changed.`,
            },
          ]
        : [];
    },
  );
}
