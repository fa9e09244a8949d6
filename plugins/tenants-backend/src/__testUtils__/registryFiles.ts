import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { stringify } from 'yaml';

const apiVersion = 'tenantry.dev/v1alpha1';

function file(path: string, kind: string, name: string, spec: object) {
  const content = stringify({ apiVersion, kind, metadata: { name }, spec });
  return { path, content };
}

/** A small platform: a hub, one cluster with one environment, and the given tenants in it. */
export function registryFiles(...tenants: string[]): RepositoryFile[] {
  return [
    file('platform.yaml', 'Platform', 'example', {
      title: 'Example',
      baseDomain: 'example.com',
      hubCluster: 'hub',
      gitops: {
        engine: 'argocd',
        namespace: 'argocd',
        url: 'https://argocd.example.com',
      },
      tenantLabel: { singular: 'client', plural: 'clients' },
      links: { grafana: 'https://grafana.example.com' },
    }),
    cluster('hub', 'hub', []),
    cluster('devnet', 'environment', ['devnet']),
    file('environments/devnet.yaml', 'Environment', 'devnet', {
      title: 'DevNet',
      order: 1,
      clusters: ['devnet'],
      network: { spliceVersion: '0.7.4' },
      guardrails: {
        allowList: {
          minimumPrefixLength: { ipv4: 16, ipv6: 32 },
          maximumEntries: 50,
        },
      },
    }),
    ...tenants.flatMap(tenantFiles),
  ];
}

function cluster(name: string, role: string, environments: string[]) {
  return file(`clusters/${name}.yaml`, 'Cluster', name, {
    role,
    environments,
    apiServer: { url: `https://${name}.example.com` },
  });
}

function tenantFiles(tenant: string): RepositoryFile[] {
  const name = `${tenant}-devnet`;
  return [
    file(`clients/${tenant}/client.yaml`, 'Tenant', tenant, {
      title: `The ${tenant} company`,
      owner: tenant,
      contacts: [`ops@${tenant}.example.com`],
      identity: { realm: tenant },
    }),
    file(
      `clients/${tenant}/devnet/tenant.yaml`,
      'TenantEnvironment',
      name,
      environmentSpec(tenant),
    ),
  ];
}

function environmentSpec(tenant: string) {
  const name = `${tenant}-devnet`;
  return {
    tenant,
    environment: 'devnet',
    cluster: 'devnet',
    namespace: name,
    application: name,
    suspended: false,
    size: 'small',
    versions: { splice: '0.7.4' },
    hostnames: [
      {
        name: 'wallet',
        title: 'Wallet',
        component: 'participant',
        host: `wallet.${tenant}.devnet.example.com`,
        port: 443,
        protocol: 'HTTPS',
      },
    ],
    allowList: ['203.0.113.0/24'],
    immutable: { partyHint: `${tenant.replaceAll('-', '_')}-validator-1` },
    template: { name: 'new-canton-client', version: '1.0.0' },
    components: [
      {
        name: 'participant',
        title: 'Participant',
        type: 'canton-participant',
        entity: 'Component',
        objects: ['Deployment/participant'],
      },
    ],
  };
}
