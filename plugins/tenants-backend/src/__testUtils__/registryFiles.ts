import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import {
  clusterFile,
  environmentFile,
  hubFile,
  platformFile,
  tenantEnvironmentFile,
  tenantFile,
} from '@tenantry/test-utils';

/** A small platform: a hub, one cluster with one environment, and the given tenants in it. */
export function registryFiles(...tenants: string[]): RepositoryFile[] {
  return [
    platformFile({
      gitops: {
        engine: 'argocd',
        namespace: 'argocd',
        url: 'https://argocd.example.com',
      },
      links: { grafana: 'https://grafana.example.com' },
    }),
    hubFile(),
    clusterFile('devnet'),
    environmentFile('devnet', {
      title: 'DevNet',
      network: { spliceVersion: '0.7.4' },
    }),
    ...tenants.flatMap(tenant => [
      tenantFile(tenant, { title: `The ${tenant} company` }),
      environmentOf(tenant),
    ]),
  ];
}

function environmentOf(tenant: string): RepositoryFile {
  return tenantEnvironmentFile(tenant, 'devnet', {
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
  });
}
