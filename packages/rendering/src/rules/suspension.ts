import { Finding } from '@tenantry/plugin-tenants-common';
import { isDeepStrictEqual } from 'node:util';
import { nextState } from '../state';
import { parameterRecordedAt } from '../template/recorded';
import { forEachEnvironment } from './environmentRules';
import { RuleInput } from './RuleInput';

/** Only what runs can be suspended, and only what is suspended can be resumed. */
export function suspensionFindings(input: RuleInput): Finding[] {
  const { template, values, tenant, registry } = input;
  const name = parameterRecordedAt(
    template.base.schema,
    'environment.suspended',
  );
  if (!name || values[name] === undefined) {
    return [];
  }
  const environments = values.environments.filter(environment =>
    tenant.environments.has(environment),
  );
  const after = nextState({
    template,
    values: { ...values, environments },
    registry,
    before: tenant,
  });
  return forEachEnvironment(values, environment => {
    const current = tenant.environments.get(environment);
    const next = after?.environments.get(environment);
    // Offboarding what is suspended already is a change of another value.
    return current && isDeepStrictEqual(current, next)
      ? {
          rule: 'suspension',
          message: `"${tenant.client}" is ${
            values[name] ? 'suspended already' : 'not suspended'
          } in the environment "${environment}".`,
        }
      : undefined;
  });
}
