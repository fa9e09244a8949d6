import { stringify } from 'yaml';

/** A file of the GitOps repository. */
export interface RegistryFile {
  path: string;
  content: string;
}

/** A descriptor in its file. */
export function descriptorFile(
  path: string,
  kind: string,
  name: string,
  spec: object,
): RegistryFile {
  const apiVersion = 'tenantry.dev/v1alpha1';
  const content = stringify({ apiVersion, kind, metadata: { name }, spec });
  return { path, content };
}

/** A platform with Argo CD on the cluster `hub`. */
export function platformFile(overrides: object = {}): RegistryFile {
  return descriptorFile('platform.yaml', 'Platform', 'example', {
    title: 'Example',
    baseDomain: 'example.com',
    hubCluster: 'hub',
    gitops: { engine: 'argocd', namespace: 'argocd' },
    tenantLabel: { singular: 'client', plural: 'clients' },
    ...overrides,
  });
}

/** A cluster for the environment of its name. */
export function clusterFile(
  name: string,
  overrides: object = {},
): RegistryFile {
  return descriptorFile(`clusters/${name}.yaml`, 'Cluster', name, {
    role: 'environment',
    environments: [name],
    apiServer: { url: `https://${name}.example.com` },
    ...overrides,
  });
}

/** The cluster of the GitOps engine, with no tenant on it. */
export function hubFile(overrides: object = {}): RegistryFile {
  return clusterFile('hub', { role: 'hub', environments: [], ...overrides });
}

/** An environment on the cluster of its name. */
export function environmentFile(
  name: string,
  overrides: object = {},
): RegistryFile {
  return descriptorFile(`environments/${name}.yaml`, 'Environment', name, {
    title: name,
    order: 1,
    clusters: [name],
    network: {},
    guardrails: {
      allowList: {
        minimumPrefixLength: { ipv4: 16, ipv6: 32 },
        maximumEntries: 50,
      },
    },
    ...overrides,
  });
}

/** A tenant that is owned by the group of its name. */
export function tenantFile(
  tenant: string,
  overrides: object = {},
): RegistryFile {
  return descriptorFile(`clients/${tenant}/client.yaml`, 'Tenant', tenant, {
    title: tenant,
    owner: tenant,
    contacts: [`ops@${tenant}.example.com`],
    identity: { realm: tenant },
    ...overrides,
  });
}

/** A tenant environment with one component, on the cluster of the environment's name. */
export function tenantEnvironmentFile(
  tenant: string,
  environment: string,
  overrides: object = {},
): RegistryFile {
  const name = `${tenant}-${environment}`;
  return descriptorFile(
    `clients/${tenant}/${environment}/tenant.yaml`,
    'TenantEnvironment',
    name,
    {
      tenant,
      environment,
      cluster: environment,
      namespace: name,
      application: name,
      suspended: false,
      size: 'small',
      versions: {},
      hostnames: [],
      allowList: [],
      immutable: {},
      template: { name: 'new-client', version: '1.0.0' },
      components: [{ name: 'app', title: 'App', type: 'app' }],
      ...overrides,
    },
  );
}
