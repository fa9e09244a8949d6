import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import {
  clusterFile,
  environmentFile,
  platformFile,
  tenantEnvironmentFile,
  tenantFile,
} from '@tenantry/test-utils';

/** A platform with one environment on one cluster, and the given tenants in it. */
export function registryFiles(tenants: string[]): RepositoryFile[] {
  return [
    platformFile({ baseDomain: 'naas.example.com', hubCluster: 'devnet' }),
    clusterFile('devnet'),
    environmentFile('devnet', { title: 'DevNet' }),
    ...tenants.flatMap(tenant => [
      tenantFile(tenant, { title: `Company ${tenant}` }),
      tenantEnvironmentFile(tenant, 'devnet', {
        immutable: { partyHint: `${tenant.replace(/-/g, '_')}-validator-1` },
        components: [
          {
            name: 'participant',
            title: 'Participant',
            type: 'canton-participant',
            entity: 'Component',
          },
        ],
      }),
    ]),
  ];
}
