import { Registry } from '@tenantry/plugin-tenants-node';
import { EnvironmentState, TenantState } from '../state';
import { TenantTemplate } from '../template';
import { TenantValues } from '../TenantValues';

/**
 * What the expressions of a template see. Descriptors appear as their `spec` together with their
 * `name`, for example `environment.network.spliceVersion` and `platform.baseDomain`.
 */
export interface RenderContext {
  values: TenantValues;
  platform: Named;
  template: { name: string; version: string; title: string };
  /** All environments of the tenant, in promotion order, each with its cluster. */
  environments: (Named & { cluster: Named })[];
  /** Of the file, where it is rendered for one environment. */
  environment?: Named;
  /** The cluster that the tenant is on in that environment. */
  cluster?: Named;
}

type Named = { name: string; [fact: string]: unknown };

/**
 * The context of files that belong to the tenant as a whole. Values that environments have each
 * for themselves are those of the first environment.
 */
export function tenantContext(
  template: TenantTemplate,
  state: TenantState,
  registry: Registry,
): RenderContext {
  const { title, base } = template;
  const [first] = state.environments.values();
  return {
    values: valuesOf(state, first),
    platform: named(registry.platform.descriptor),
    template: { name: base.name, version: base.version, title },
    environments: [...state.environments].map(([name, { cluster }]) => ({
      ...named(registry.environments.get(name)!.descriptor),
      cluster: named(registry.clusters.get(cluster)!.descriptor),
    })),
  };
}

/** One context for each environment of the tenant. */
export function environmentContexts(
  context: RenderContext,
  state: TenantState,
): RenderContext[] {
  return context.environments.map(({ cluster, ...environment }) => {
    const own = state.environments.get(environment.name)!;
    return {
      ...context,
      values: valuesOf(state, own),
      template: { ...context.template, version: own.templateVersion },
      environment,
      cluster,
    };
  });
}

function valuesOf(
  { client, values, environments }: TenantState,
  environment: EnvironmentState | undefined,
): TenantValues {
  const allowLists = [...environments].map(([name, own]) => [
    name,
    own.values.allowList ?? [],
  ]);
  return {
    ...values,
    ...environment?.values,
    client,
    environments: [...environments.keys()],
    allowList: Object.fromEntries(allowLists),
  };
}

function named(descriptor: {
  metadata: { name: string };
  spec: object;
}): Named {
  return { ...descriptor.spec, name: descriptor.metadata.name };
}
