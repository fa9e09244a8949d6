import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import {
  clusterFile,
  environmentFile,
  platformFile,
  tenantEnvironmentFile,
  tenantFile,
} from '@tenantry/test-utils';

const titles = { devnet: 'DevNet', mainnet: 'MainNet' };

/** A platform with two environments, on clusters of the same names, and the given tenants. */
export function sampleFiles(tenants: string[]): RepositoryFile[] {
  return [
    platformFile({ baseDomain: 'naas.example.com', hubCluster: 'devnet' }),
    ...Object.entries(titles).flatMap(([environment, title], order) => [
      clusterFile(environment),
      environmentFile(environment, { title, order }),
    ]),
    ...tenants.flatMap(sampleTenant),
  ];
}

function sampleTenant(tenant: string): RepositoryFile[] {
  return [
    tenantFile(tenant, {
      title: `${tenant[0].toUpperCase()}${tenant.slice(1, -3)} Corporation`,
      contacts: [`oncall@${tenant}.example`],
    }),
    sampleTenantEnvironment(tenant, 'mainnet'),
    sampleTenantEnvironment(tenant, 'devnet'),
  ];
}

function sampleTenantEnvironment(
  tenant: string,
  environment: string,
): RepositoryFile {
  return tenantEnvironmentFile(tenant, environment, {
    versions: { app: '1.2.3' },
    hostnames: [
      {
        name: 'wallet',
        title: 'Wallet',
        component: 'validator',
        host: `wallet.validator.${tenant}.${environment}.naas.example.com`,
        port: 443,
        protocol: 'HTTPS',
      },
    ],
    immutable: {
      partyHint: `${tenant.replace(/-/g, '_')}-validator-1`,
      migration: 'frozen7',
    },
    components: [
      { name: 'validator', title: 'Validator', type: 'canton-validator' },
    ],
  });
}
