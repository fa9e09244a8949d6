import {
  ClusterDescriptor,
  ComponentDescriptor,
  EnvironmentDescriptor,
  Finding,
  PlatformDescriptor,
  TenantDescriptor,
  TenantEnvironmentDescriptor,
} from '@tenantry/plugin-tenants-common';

/**
 * A tenant environment's descriptor with the file that holds it.
 *
 * @public
 */
export interface Registered<D> {
  descriptor: D;
  /** Relative to the repository's root, for example `clients/acme-01/client.yaml`. */
  file: string;
}

/**
 * Everything the GitOps repository says about the platform, at one commit: the one authority on
 * which tenants, environments and clusters exist.
 *
 * @public
 */
export interface Registry {
  platform: Registered<PlatformDescriptor>;
  /** By name. */
  clusters: ReadonlyMap<string, Registered<ClusterDescriptor>>;
  /** By name, in promotion order. */
  environments: ReadonlyMap<string, Registered<EnvironmentDescriptor>>;
  /** By name. */
  tenants: ReadonlyMap<string, Registered<TenantDescriptor>>;
  /** By `<tenant>-<environment>`. */
  tenantEnvironments: ReadonlyMap<
    string,
    Registered<TenantEnvironmentDescriptor>
  >;
  /** Descriptors that could not be read; everything else is served without them. */
  findings: readonly Finding[];
}

/**
 * What the registry says a tenant environment is made of. Every read of status, metrics, links
 * and search goes through it.
 *
 * @public
 */
export interface TenantBinding {
  tenant: string;
  environment: string;
  /** Position of the environment for promotion, lowest first. */
  order: number;
  cluster: string;
  namespace: string;
  /** The GitOps engine's object, and the address of the engine's own UI. */
  application: {
    engine: PlatformDescriptor['spec']['gitops']['engine'];
    cluster: string;
    namespace: string;
    name: string;
    engineUrl?: string;
  };
  metricMatchers: Record<string, string>;
  /** Directory in the repository. */
  repositoryPath: string;
  /** Entity ref of the owning group. */
  owner: string;
  suspended: boolean;
  components: readonly ComponentDescriptor[];
  /** CIDRs in Git that may connect; absent where the registry does not say. */
  allowList?: readonly string[];
}

/**
 * Derives the binding of each tenant environment, by `<tenant>-<environment>`.
 *
 * @public
 */
export function tenantBindings(
  registry: Registry,
): ReadonlyMap<string, TenantBinding> {
  const { hubCluster, gitops } = registry.platform.descriptor.spec;
  const bindings = new Map<string, TenantBinding>();
  for (const [name, { descriptor, file }] of registry.tenantEnvironments) {
    const { spec } = descriptor;
    const tenant = registry.tenants.get(spec.tenant)!.descriptor;
    const environment = registry.environments.get(spec.environment)!.descriptor;
    bindings.set(name, {
      tenant: spec.tenant,
      environment: spec.environment,
      order: environment.spec.order,
      cluster: spec.cluster,
      namespace: spec.namespace,
      application: {
        engine: gitops.engine,
        cluster: gitops.engine === 'argocd' ? hubCluster : spec.cluster,
        namespace: gitops.namespace,
        name: spec.application,
        engineUrl: gitops.url,
      },
      metricMatchers: spec.metricMatchers ?? {
        cluster: spec.cluster,
        namespace: spec.namespace,
      },
      repositoryPath: file.slice(0, file.lastIndexOf('/')),
      owner: `group:default/${tenant.spec.owner}`,
      suspended: spec.suspended,
      components: spec.components,
      allowList: spec.allowList,
    });
  }
  return bindings;
}
