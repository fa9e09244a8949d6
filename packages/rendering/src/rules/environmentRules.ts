import { Finding } from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';
import { TenantValues } from '../TenantValues';
import { fieldPath } from './fieldPath';
import { ownerOfNamespace } from './newTenantName';
import { RuleInput } from './RuleInput';

type Explanation = Omit<Finding, 'field'>;

/** A finding belongs to the entry of the list of environments that it is about. */
export function forEachEnvironment(
  { environments }: TenantValues,
  explain: (name: string) => Explanation | undefined,
): Finding[] {
  return environments.flatMap((name, index) => {
    const finding = explain(name);
    return finding
      ? [{ ...finding, field: fieldPath(['environments', index]) }]
      : [];
  });
}

/** A tenant can come into an environment that the platform has, with its cluster. */
export function newEnvironmentFindings(
  values: TenantValues,
  registry: Registry,
): Finding[] {
  return forEachEnvironment(values, name => explainUnusable(name, registry));
}

/** A change of an environment needs the tenant to be there. */
export function existingEnvironmentFindings({
  values,
  tenant,
}: RuleInput): Finding[] {
  const names = [...tenant.environments.keys()];
  return forEachEnvironment(values, name =>
    names.includes(name)
      ? undefined
      : {
          rule: 'existing-environment',
          message: `"${tenant.client}" is not in the environment "${name}".`,
          help: `Choose from ${names.join(', ') || 'none'}.`,
        },
  );
}

/** An environment can be added once, after those before it in the order of promotion. */
export function addedEnvironmentFindings(input: RuleInput): Finding[] {
  return forEachEnvironment(
    input.values,
    name =>
      explainUnusable(name, input.registry) ??
      explainTaken(name, input) ??
      explainSkipped(name, input),
  );
}

function explainUnusable(
  name: string,
  registry: Registry,
): Explanation | undefined {
  const known = [...registry.environments.keys()].join(', ');
  const refuse = (message: string) => ({
    rule: 'known-environment',
    message: `${message} The platform has ${known}.`,
  });
  const environment = registry.environments.get(name);
  if (!environment) {
    return refuse(`There is no environment "${name}".`);
  }
  const [cluster] = environment.descriptor.spec.clusters;
  return registry.clusters.has(cluster)
    ? undefined
    : refuse(
        `The environment "${name}" is on cluster "${cluster}", which the registry does not have.`,
      );
}

function explainTaken(
  name: string,
  { tenant, registry }: RuleInput,
): Explanation | undefined {
  if (tenant.environments.has(name)) {
    return {
      rule: 'missing-environment',
      message: `"${tenant.client}" is in the environment "${name}" already.`,
    };
  }
  const namespace = `${tenant.client}-${name}`;
  const owner = ownerOfNamespace([namespace], registry);
  return owner
    ? {
        rule: 'unique-namespace',
        message: `The name "${namespace}" is taken by ${owner}.`,
      }
    : undefined;
}

function explainSkipped(
  name: string,
  { tenant, values, registry }: RuleInput,
): Explanation | undefined {
  const present = [...values.environments, ...tenant.environments.keys()];
  const skipped = lowerEnvironments(name, registry)
    .filter(lower => !present.includes(lower))
    .join(', ');
  return skipped === '' || values.promotionOverrideReason
    ? undefined
    : {
        rule: 'promotion',
        message: `"${name}" comes after ${skipped}, where "${tenant.client}" is not.`,
        help: `Add ${skipped} as well, or give the reason for leaving it out.`,
      };
}

function lowerEnvironments(name: string, registry: Registry): string[] {
  const { order } = registry.environments.get(name)!.descriptor.spec;
  return [...registry.environments]
    .filter(([, { descriptor }]) => descriptor.spec.order < order)
    .map(([lower]) => lower);
}
