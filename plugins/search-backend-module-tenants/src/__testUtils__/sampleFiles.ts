import { descriptorApiVersion } from '@tenantry/plugin-tenants-common';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';

/** A descriptor file; JSON is YAML, too. */
function file(
  path: string,
  kind: string,
  name: string,
  spec: object,
): RepositoryFile {
  const descriptor = {
    apiVersion: descriptorApiVersion,
    kind,
    metadata: { name },
    spec,
  };
  return { path, content: JSON.stringify(descriptor) };
}

/** A platform with two environments, on clusters of the same names, and the given tenants. */
export function sampleFiles(tenants: string[]): RepositoryFile[] {
  return [
    file('platform.yaml', 'Platform', 'sample', {
      title: 'Sample platform',
      baseDomain: 'naas.example.com',
      hubCluster: 'devnet',
      gitops: { engine: 'argocd', namespace: 'argocd' },
      tenantLabel: { singular: 'client', plural: 'clients' },
    }),
    ...['devnet', 'mainnet'].flatMap((environment, order) => [
      file(`clusters/${environment}.yaml`, 'Cluster', environment, {
        role: 'environment',
        environments: [environment],
        apiServer: { url: `https://${environment}.example.com:6443` },
      }),
      file(`environments/${environment}.yaml`, 'Environment', environment, {
        title: environment === 'devnet' ? 'DevNet' : 'MainNet',
        order,
        clusters: [environment],
        network: {},
        guardrails: {
          allowList: {
            minimumPrefixLength: { ipv4: 16, ipv6: 32 },
            maximumEntries: 100,
          },
        },
      }),
    ]),
    ...tenants.flatMap(sampleTenant),
  ];
}

function sampleTenant(tenant: string): RepositoryFile[] {
  return [
    file(`clients/${tenant}/client.yaml`, 'Tenant', tenant, {
      title: `${tenant[0].toUpperCase()}${tenant.slice(1, -3)} Corporation`,
      owner: tenant,
      contacts: [`oncall@${tenant}.example`],
      identity: { realm: tenant },
    }),
    sampleTenantEnvironment(tenant, 'mainnet'),
    sampleTenantEnvironment(tenant, 'devnet'),
  ];
}

function sampleTenantEnvironment(
  tenant: string,
  environment: string,
): RepositoryFile {
  const name = `${tenant}-${environment}`;
  return file(
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
      allowList: [],
      immutable: {
        partyHint: `${tenant.replace(/-/g, '_')}-validator-1`,
        migration: 'frozen7',
      },
      template: { name: 'new-client', version: '1.0.0' },
      components: [
        { name: 'validator', title: 'Validator', type: 'canton-validator' },
      ],
    },
  );
}
