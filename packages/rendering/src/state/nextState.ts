import { Registry } from '@tenantry/plugin-tenants-node';
import { TenantTemplate } from '../template';
import { TenantValues } from '../TenantValues';
import {
  environmentDefaults,
  promotedValues,
  selectValues,
} from './selectValues';
import { EnvironmentState, TenantState } from './TenantState';

/** What the next state of a tenant is made from. */
export interface NextStateInput {
  template: TenantTemplate;
  /** Checked values of the form. */
  values: TenantValues;
  registry: Registry;
  /** Absent for a new tenant. */
  before: TenantState | undefined;
}

/** The tenant as it will be after a change, or `undefined` when nothing is left of it. */
export function nextState(input: NextStateInput): TenantState | undefined {
  const { template, values, registry, before } = input;
  const environments = new Map<string, EnvironmentState>();
  for (const name of registry.environments.keys()) {
    const current = before?.environments.get(name);
    const next = values.environments.includes(name)
      ? nextEnvironment(name, [...environments.values()].at(-1), input)
      : current;
    if (next) {
      environments.set(name, next);
    }
  }
  if (template.operation === 'remove' && environments.size === 0) {
    return undefined;
  }
  const given = selectValues(template.base.schema, 'tenant', values);
  return {
    client: values.client,
    values: { ...before?.values, ...given },
    environments,
  };
}

/** @param lower - the environment before it, as it will be */
function nextEnvironment(
  name: string,
  lower: EnvironmentState | undefined,
  input: NextStateInput,
): EnvironmentState | undefined {
  const { before, template } = input;
  switch (template.operation) {
    case 'onboard':
    case 'add-environment':
      return newEnvironment(name, lower ?? firstOf(before), input);
    case 'remove':
      return undefined;
    default:
      return changedEnvironment(name, input);
  }
}

function newEnvironment(
  name: string,
  previous: EnvironmentState | undefined,
  { template, values, registry }: NextStateInput,
): EnvironmentState {
  const { schema, version } = template.base;
  const { spec } = registry.environments.get(name)!.descriptor;
  return {
    values: {
      ...environmentDefaults(schema),
      ...promotedValues(schema, previous?.values ?? {}),
      ...selectValues(schema, 'environment', values),
      allowList: values.allowList[name] ?? [],
    },
    cluster: spec.clusters[0],
    templateVersion: version,
  };
}

function changedEnvironment(
  name: string,
  { template, values, before }: NextStateInput,
): EnvironmentState {
  const { schema, version } = template.base;
  const current = before!.environments.get(name)!;
  return {
    ...current,
    values: {
      ...current.values,
      ...selectValues(schema, 'environment', values),
      allowList: values.allowList[name] ?? current.values.allowList,
    },
    templateVersion:
      template.operation === 'update' ? version : current.templateVersion,
  };
}

function firstOf(state: TenantState | undefined): EnvironmentState | undefined {
  return state?.environments.values().next().value;
}
