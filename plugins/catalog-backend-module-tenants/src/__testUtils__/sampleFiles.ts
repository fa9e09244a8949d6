import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import {
  clusterFile,
  environmentFile,
  hubFile,
  platformFile,
  tenantEnvironmentFile,
  tenantFile,
} from '@tenantry/test-utils';

export const registryUrl =
  'https://forge.example.com/platform/gitops/src/branch/main/';

/** A platform with a hub, one environment on a cluster of the same name, and the given tenants. */
export function sampleFiles(tenants: string[]): RepositoryFile[] {
  return [
    platformFile({
      title: 'Sample platform',
      baseDomain: 'naas.example.com',
      gitops: {
        engine: 'argocd',
        namespace: 'argocd',
        url: 'https://argocd.example.com/',
      },
      links: { grafana: 'https://grafana.example.com/d/tenant?orgId=1' },
    }),
    hubFile(clusterFacts('hub')),
    clusterFile('devnet', clusterFacts('devnet')),
    environmentFile('devnet', { title: 'DevNet' }),
    ...tenants.flatMap(tenant => [
      sampleTenant(tenant),
      sampleTenantEnvironment(tenant),
    ]),
  ];
}

function clusterFacts(name: string): object {
  return {
    region: 'europe-west3',
    provider: 'gke',
    apiServer: {
      url: `https://${name}.example.com:6443`,
      certificateAuthorityData: 'Q0E=',
    },
  };
}

export function sampleTenant(
  name: string,
  overrides: object = {},
): RepositoryFile {
  return tenantFile(name, {
    title: `Company ${name}`,
    contacts: [`ops@${name}.example`],
    ...overrides,
  });
}

export function sampleTenantEnvironment(
  tenant: string,
  overrides: object = {},
): RepositoryFile {
  const host = (service: string) =>
    `${service}.${tenant}.devnet.naas.example.com`;
  return tenantEnvironmentFile(tenant, 'devnet', {
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
    ...overrides,
  });
}
