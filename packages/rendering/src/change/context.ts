import { Registry } from '@tenantry/plugin-tenants-node';
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
  /** The environments of the values, in promotion order, each with its cluster. */
  environments: (Named & { cluster: Named })[];
  /** Of the file, where it is rendered for one environment. */
  environment?: Named;
  /** The cluster that takes the tenant in that environment. */
  cluster?: Named;
}

type Named = { name: string; [fact: string]: unknown };

/** The context of files that belong to the tenant as a whole. */
export function tenantContext(
  template: TenantTemplate,
  values: TenantValues,
  registry: Registry,
): RenderContext {
  const { title, base } = template;
  return {
    values,
    platform: named(registry.platform.descriptor),
    template: { name: base.name, version: base.version, title },
    environments: values.environments.map(environment =>
      withCluster(environment, registry),
    ),
  };
}

/** One context for each environment of the values. */
export function environmentContexts(context: RenderContext): RenderContext[] {
  return context.environments.map(({ cluster, ...environment }) => ({
    ...context,
    environment,
    cluster,
  }));
}

function withCluster(name: string, registry: Registry) {
  const { descriptor } = registry.environments.get(name)!;
  const cluster = registry.clusters.get(descriptor.spec.clusters[0])!;
  return { ...named(descriptor), cluster: named(cluster.descriptor) };
}

function named(descriptor: {
  metadata: { name: string };
  spec: object;
}): Named {
  return { ...descriptor.spec, name: descriptor.metadata.name };
}
