import { stringify } from 'yaml';
import { RepositoryFile } from '../parseRegistry';

const apiVersion = 'tenantry.dev/v1alpha1';

/** A descriptor in its file. */
export function descriptorFile(
  path: string,
  kind: string,
  name: string,
  spec: object,
): RepositoryFile {
  const content = stringify({ apiVersion, kind, metadata: { name }, spec });
  return { path, content };
}

/** The spec of a platform with Argo CD on its hub. */
export const platformSpec = {
  title: 'Example',
  baseDomain: 'example.com',
  hubCluster: 'hub',
  gitops: { engine: 'argocd', namespace: 'argocd' },
  tenantLabel: { singular: 'client', plural: 'clients' },
};

/** A platform with a hub, two environments on a cluster each, and no tenant. */
export function platformFiles(spec: object = platformSpec): RepositoryFile[] {
  return [
    descriptorFile('platform.yaml', 'Platform', 'example', spec),
    clusterFile('hub', 'hub', []),
    ...['testnet', 'devnet'].flatMap((name, index) => [
      clusterFile(name, 'environment', [name]),
      environmentFile(name, 2 - index),
    ]),
  ];
}

function clusterFile(name: string, role: string, environments: string[]) {
  return descriptorFile(`clusters/${name}.yaml`, 'Cluster', name, {
    role,
    environments,
    apiServer: { url: `https://${name}.example.com` },
  });
}

function environmentFile(name: string, order: number) {
  return descriptorFile(`environments/${name}.yaml`, 'Environment', name, {
    title: name,
    order,
    clusters: [name],
    network: {},
    guardrails: {
      allowList: {
        minimumPrefixLength: { ipv4: 16, ipv6: 32 },
        maximumEntries: 50,
      },
    },
  });
}

export function tenantFile(tenant: string): RepositoryFile {
  return descriptorFile(`clients/${tenant}/client.yaml`, 'Tenant', tenant, {
    title: tenant,
    owner: tenant,
    contacts: [`ops@${tenant}.example.com`],
    identity: { realm: tenant },
  });
}

export function tenantEnvironmentFile(
  tenant: string,
  environment: string,
  overrides: object = {},
): RepositoryFile {
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
