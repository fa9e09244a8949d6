import { TenantEnvironmentDescriptor } from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';
import { TenantState } from '../state';
import { TenantOperation, TenantTemplate } from '../template';
import { TenantValues } from '../TenantValues';
import { RenderContext, tenantContext } from './context';

type Spec = TenantEnvironmentDescriptor['spec'];

/**
 * What the expressions of `pull-request.md` see: `values` are the form's over those that the tenant
 * has after the change, `environments` are those of the change.
 */
export interface PullRequestContext extends RenderContext {
  operation: TenantOperation;
  /** Of each environment of the change that the tenant is in after it. */
  tenantEnvironments: Spec[];
  /** As it was before the change, by the name of the environment. */
  previous: Record<string, Spec>;
}

/** What a pull request is worded from. */
export interface PullRequestInput {
  template: TenantTemplate;
  /** Checked values of the form. */
  values: TenantValues;
  registry: Registry;
  before: TenantState | undefined;
  after: TenantState | undefined;
  /** Of the environments of the change, as they will be. */
  descriptors: readonly TenantEnvironmentDescriptor[];
}

/** Gathers what there is to say of a change. */
export function pullRequestContext(
  input: PullRequestInput,
): PullRequestContext {
  const { template, values, registry, descriptors } = input;
  const context = tenantContext(template, describedTenant(input), registry);
  return {
    ...context,
    operation: template.operation,
    values: {
      ...context.values,
      ...values,
      allowList: context.values.allowList,
    },
    tenantEnvironments: descriptors.map(({ spec }) => spec),
    previous: previousSpecs(values, registry),
  };
}

/** The tenant in the environments of the change alone; those that it leaves as they were. */
function describedTenant({
  values,
  before,
  after,
}: PullRequestInput): TenantState {
  const environments = values.environments.map(name => {
    const state =
      after?.environments.get(name) ?? before?.environments.get(name);
    return [name, state!] as const;
  });
  return {
    client: values.client,
    values: { ...before?.values, ...after?.values },
    environments: new Map(environments),
  };
}

function previousSpecs(
  { client, environments }: TenantValues,
  registry: Registry,
): Record<string, Spec> {
  const specs = environments.flatMap(name => {
    const registered = registry.tenantEnvironments.get(`${client}-${name}`);
    return registered ? [[name, registered.descriptor.spec] as const] : [];
  });
  return Object.fromEntries(specs);
}
