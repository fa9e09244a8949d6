import {
  AnyDescriptor,
  ClusterDescriptor,
  EnvironmentDescriptor,
  PlatformDescriptor,
  TenantDescriptor,
  TenantEnvironmentDescriptor,
  descriptorApiVersion,
} from '@tenantry/plugin-tenants-common';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';

export const registryUrl =
  'https://forge.example.com/platform/gitops/src/branch/main/';

const samplePlatform: PlatformDescriptor = {
  apiVersion: descriptorApiVersion,
  kind: 'Platform',
  metadata: { name: 'sample' },
  spec: {
    title: 'Sample platform',
    baseDomain: 'naas.example.com',
    hubCluster: 'hub',
    gitops: {
      engine: 'argocd',
      namespace: 'argocd',
      url: 'https://argocd.example.com/',
    },
    tenantLabel: { singular: 'client', plural: 'clients' },
    links: { grafana: 'https://grafana.example.com/d/tenant?orgId=1' },
  },
};

const sampleEnvironment: EnvironmentDescriptor = {
  apiVersion: descriptorApiVersion,
  kind: 'Environment',
  metadata: { name: 'devnet' },
  spec: {
    title: 'DevNet',
    order: 1,
    clusters: ['devnet'],
    network: {},
    guardrails: {
      allowList: {
        minimumPrefixLength: { ipv4: 16, ipv6: 32 },
        maximumEntries: 100,
      },
    },
  },
};

/** A descriptor file; JSON is YAML, too. */
export function descriptorFile(
  path: string,
  descriptor: AnyDescriptor,
): RepositoryFile {
  return { path, content: JSON.stringify(descriptor) };
}

/** A platform with a hub, one environment on a cluster of the same name, and the given tenants. */
export function sampleFiles(tenants: string[]): RepositoryFile[] {
  return [
    descriptorFile('platform.yaml', samplePlatform),
    descriptorFile('clusters/hub.yaml', cluster('hub', 'hub', [])),
    descriptorFile(
      'clusters/devnet.yaml',
      cluster('devnet', 'environment', ['devnet']),
    ),
    descriptorFile('environments/devnet.yaml', sampleEnvironment),
    ...tenants.flatMap(tenant => [
      descriptorFile(`clients/${tenant}/client.yaml`, sampleTenant(tenant)),
      descriptorFile(
        `clients/${tenant}/devnet/tenant.yaml`,
        sampleTenantEnvironment(tenant),
      ),
    ]),
  ];
}

function cluster(
  name: string,
  role: 'hub' | 'environment',
  environments: string[],
): ClusterDescriptor {
  return {
    apiVersion: descriptorApiVersion,
    kind: 'Cluster',
    metadata: { name },
    spec: {
      role,
      environments,
      region: 'europe-west3',
      provider: 'gke',
      apiServer: {
        url: `https://${name}.example.com:6443`,
        certificateAuthorityData: 'Q0E=',
      },
    },
  };
}

export function sampleTenant(name: string): TenantDescriptor {
  return {
    apiVersion: descriptorApiVersion,
    kind: 'Tenant',
    metadata: { name },
    spec: {
      title: `Company ${name}`,
      owner: name,
      contacts: [`ops@${name}.example`],
      identity: { realm: name },
    },
  };
}

export function sampleTenantEnvironment(
  tenant: string,
): TenantEnvironmentDescriptor {
  const name = `${tenant}-devnet`;
  const host = (service: string) =>
    `${service}.${tenant}.devnet.naas.example.com`;
  return {
    apiVersion: descriptorApiVersion,
    kind: 'TenantEnvironment',
    metadata: { name },
    spec: {
      tenant,
      environment: 'devnet',
      cluster: 'devnet',
      namespace: name,
      application: name,
      suspended: false,
      size: 'small',
      versions: { app: '1.2.3' },
      hostnames: [
        {
          name: 'wallet',
          title: 'Wallet',
          component: 'validator',
          host: host('wallet.validator'),
          port: 443,
          protocol: 'HTTPS',
        },
        {
          name: 'ledger-api-grpc',
          title: 'Ledger API (gRPC)',
          component: 'participant',
          host: host('ledger-api-grpc.participant'),
          port: 443,
          protocol: 'gRPC',
        },
        {
          name: 'ledger-api-json',
          title: 'Ledger API (JSON)',
          component: 'participant',
          host: host('ledger-api-json.participant'),
          port: 8443,
          protocol: 'HTTPS',
        },
      ],
      allowList: ['203.0.113.0/24'],
      immutable: { partyHint: `${tenant.replace(/-/g, '_')}-validator-1` },
      template: { name: 'new-client', version: '1.0.0' },
      components: [
        {
          name: 'validator',
          title: 'Validator',
          type: 'canton-validator',
          entity: 'Component',
          dependsOn: ['database', 'participant', 'gateway'],
          objects: ['Deployment/validator-app', 'Deployment/wallet-web-ui'],
        },
        {
          name: 'participant',
          title: 'Participant',
          type: 'canton-participant',
          entity: 'Component',
          dependsOn: ['database'],
          provides: ['ledger-api-grpc', 'ledger-api-json'],
          objects: ['Deployment/participant'],
        },
        {
          name: 'database',
          title: 'Database',
          type: 'database',
          entity: 'Resource',
          objects: ['StatefulSet/postgres', 'PersistentVolumeClaim/*'],
        },
        {
          name: 'ledger-api-grpc',
          title: 'Ledger API (gRPC)',
          type: 'ledger-api',
          entity: 'API',
        },
        {
          name: 'ledger-api-json',
          title: 'Ledger API (JSON)',
          type: 'ledger-api',
          entity: 'API',
        },
        { name: 'gateway', title: 'Gateway', type: 'gateway' },
      ],
    },
  };
}
