import { Finding } from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';
import { isObject } from '../isObject';
import { readTenantState, TenantState } from '../state';
import { TenantTemplate } from '../template';
import { TenantValues } from '../TenantValues';
import { existingTenantFindings } from './existingTenantRules';
import { newTenantFindings } from './newTenantRules';
import { plainTextFindings } from './plainText';
import { givenValueFindings, schemaFindings } from './valueSchema';

/** Values that keep every rule, or what is wrong with them. */
export type CheckedValues =
  | {
      values: TenantValues;
      /** The tenant as it is; absent for a new one. */
      tenant: TenantState | undefined;
      findings?: undefined;
    }
  | { values?: undefined; tenant?: undefined; findings: Finding[] };

/**
 * Checks values of a form by all rules at once, and fills in defaults.
 */
export function checkValues(
  template: TenantTemplate,
  given: Record<string, unknown>,
  registry: Registry,
): CheckedValues {
  const checked = structuredClone(given);
  const formFindings = [
    ...plainTextFindings(checked),
    ...schemaFindings(template.schema, checked),
    ...givenValueFindings(template.base.schema, checked),
  ];
  const values = withConventions(checked);
  const tenant =
    template.operation === 'onboard'
      ? undefined
      : readTenantState(template.base, registry, values.client);
  const findings = firstOfEachField([
    ...formFindings,
    ...(template.operation === 'onboard'
      ? newTenantFindings(values, registry)
      : existingTenantFindings({ template, values, registry, tenant })),
  ]);
  return findings.length > 0
    ? { findings }
    : { values: inPromotionOrder(values, registry), tenant };
}

/** Reads what can be read of values that may break the schema, so that nothing hides the rest. */
function withConventions(values: Record<string, unknown>): TenantValues {
  const { client, environments, allowList } = values;
  return {
    ...values,
    client: typeof client === 'string' ? client : '',
    environments: strings(environments),
    allowList: Object.fromEntries(
      Object.entries(isObject(allowList) ? allowList : {}).map(
        ([name, entries]) => [name, strings(entries)],
      ),
    ),
  };
}

function strings(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter(item => typeof item === 'string')
    : [];
}

/** One message for a field says enough; the first is of the most basic rule. */
function firstOfEachField(findings: Finding[]): Finding[] {
  const fields = new Set<string | undefined>();
  return findings.filter(({ field }) => {
    const isFirst = !fields.has(field);
    fields.add(field);
    return isFirst;
  });
}

function inPromotionOrder(
  values: TenantValues,
  registry: Registry,
): TenantValues {
  const environments = [...registry.environments.keys()].filter(name =>
    values.environments.includes(name),
  );
  return { ...values, environments };
}
