import { Finding } from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';
import { isObject } from '../isObject';
import { TenantTemplate } from '../template';
import { TenantValues } from '../TenantValues';
import { plainTextFindings } from './plainText';
import { registryFindings } from './tenantRules';
import { schemaFindings } from './valueSchema';

/** Values that keep every rule, or what is wrong with them. */
export type CheckedValues =
  | { values: TenantValues; findings?: undefined }
  | { values?: undefined; findings: Finding[] };

/**
 * Checks values of a form by all rules at once, and fills in defaults.
 */
export function checkValues(
  template: TenantTemplate,
  given: Record<string, unknown>,
  registry: Registry,
): CheckedValues {
  const values = structuredClone(given);
  const formFindings = [
    ...plainTextFindings(values),
    ...schemaFindings(template, values),
  ];
  const tenantValues = withConventions(values);
  const findings = firstOfEachField([
    ...formFindings,
    ...registryFindings(tenantValues, registry),
  ]);
  return findings.length > 0
    ? { findings }
    : { values: normalised(tenantValues, registry) };
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

/** Environments in promotion order, each with its allow-list. */
function normalised(values: TenantValues, registry: Registry): TenantValues {
  const environments = [...registry.environments.keys()].filter(name =>
    values.environments.includes(name),
  );
  return {
    ...values,
    environments,
    allowList: Object.fromEntries(
      environments.map(name => [name, values.allowList[name] ?? []]),
    ),
  };
}
