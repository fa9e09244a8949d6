/**
 * Version of the descriptors in the GitOps repository.
 *
 * @public
 */
export const descriptorApiVersion = 'tenantry.dev/v1alpha1';

/**
 * Envelope of every descriptor.
 *
 * @public
 */
export interface Descriptor<Kind extends string, Spec> {
  apiVersion: typeof descriptorApiVersion;
  kind: Kind;
  metadata: { name: string };
  spec: Spec;
}

/**
 * `platform.yaml`: the whole hub-and-spoke estate.
 *
 * @public
 */
export type PlatformDescriptor = Descriptor<
  'Platform',
  {
    title: string;
    /** Public host names end with it, for example `naas.example.com`. */
    baseDomain: string;
    /** Name of the cluster that runs the GitOps engine. */
    hubCluster: string;
    gitops: {
      engine: 'argocd' | 'flux';
      /** Namespace of the Applications, or of the Kustomizations. */
      namespace: string;
      /** Address of the engine's own UI. */
      url?: string;
    };
    /** What a tenant is called here, for example `client` and `clients`. */
    tenantLabel: { singular: string; plural: string };
    /** Facts that templates read, for example the address of the identity provider. */
    facts?: Record<string, string | number | boolean>;
    links?: {
      /** A dashboard, which takes the labels of a tenant environment as variables. */
      grafana?: string;
      /** Where logs are; `{namespace}` and other labels in braces stand for their values. */
      logs?: string;
    };
  }
>;

/**
 * `clusters/<cluster>.yaml`: one Kubernetes cluster.
 *
 * @public
 */
export type ClusterDescriptor = Descriptor<
  'Cluster',
  {
    title?: string;
    role: 'hub' | 'environment';
    environments: string[];
    region?: string;
    provider?: string;
    apiServer: {
      url: string;
      /** Base64 of the PEM bundle, as in a kubeconfig; public, no credential. */
      certificateAuthorityData?: string;
    };
  }
>;

/**
 * `environments/<environment>.yaml`: one stage of promotion.
 *
 * @public
 */
export type EnvironmentDescriptor = Descriptor<
  'Environment',
  {
    title: string;
    /** Position for promotion, lowest first. */
    order: number;
    /** The first one takes new tenants. */
    clusters: string[];
    /** Facts that templates read, for example chart version, scan and sponsor address. */
    network: Record<string, string | number | boolean>;
    guardrails: {
      allowList: {
        /** Most addresses that one entry may cover are limited by the shortest prefix allowed. */
        minimumPrefixLength: { ipv4: number; ipv6: number };
        maximumEntries: number;
      };
      /** Namespaced kinds that tenants may have beside those that every tenant may have. */
      kinds?: { group: string; kind: string }[];
      /** Keys of a tenant environment's `immutable` whose values no two tenants may share. */
      uniqueImmutables?: string[];
      /** Ports that no route may lead to, for example that of an administration API. */
      closedPorts?: number[];
    };
  }
>;

/**
 * `clients/<client>/client.yaml`: one tenant.
 *
 * @public
 */
export type TenantDescriptor = Descriptor<
  'Tenant',
  {
    title: string;
    /** Name of the owning group in the catalog's default namespace. */
    owner: string;
    /** E-mail addresses. */
    contacts: string[];
    identity: { realm: string };
  }
>;

/**
 * A part of a tenant environment: how it appears in the catalog and which objects it is made of.
 *
 * @public
 */
export interface ComponentDescriptor {
  name: string;
  title: string;
  type: string;
  /** Catalog kind; a part without one is shown on the tenant page only. */
  entity?: 'Component' | 'Resource' | 'API';
  /** Names of other parts. */
  dependsOn?: string[];
  /** Names of parts with `entity: API`; only with `entity: Component`. */
  provides?: string[];
  /** Objects in the namespace as `Kind/name`; `*` stands for any run of characters. */
  objects?: string[];
  /** Checks of the query catalogue, such as `metric/ledger-lag`; `*` as above. */
  checks?: string[];
}

/**
 * `clients/<client>/<environment>/tenant.yaml`: one tenant in one environment.
 *
 * @public
 */
export type TenantEnvironmentDescriptor = Descriptor<
  'TenantEnvironment',
  {
    tenant: string;
    environment: string;
    cluster: string;
    namespace: string;
    /** Name of the Application (Argo CD) or of the Kustomization (Flux). */
    application: string;
    suspended: boolean;
    size: string;
    versions: Record<string, string>;
    hostnames: {
      name: string;
      title: string;
      component: string;
      host: string;
      port: number;
      protocol: 'HTTPS' | 'gRPC';
    }[];
    /** CIDRs that may connect; nobody may when it is empty. */
    allowList: string[];
    /** Values that no later change may touch, for example the party hint. */
    immutable: Record<string, string>;
    template: { name: string; version: string };
    /** Values of the form that a later change renders again, and that nothing else here records. */
    parameters?: Record<string, string | number | boolean>;
    components: ComponentDescriptor[];
    /** Label matchers of the tenant environment's series; `cluster` and `namespace` by default. */
    metricMatchers?: Record<string, string>;
  }
>;

/** @public */
export type AnyDescriptor =
  | PlatformDescriptor
  | ClusterDescriptor
  | EnvironmentDescriptor
  | TenantDescriptor
  | TenantEnvironmentDescriptor;
