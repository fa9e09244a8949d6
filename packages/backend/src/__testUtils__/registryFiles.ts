import { descriptorApiVersion } from '@tenantry/plugin-tenants-common';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';

/** A platform with one environment on one cluster, and the given tenants in it. */
export function registryFiles(tenants: string[]): RepositoryFile[] {
  return [
    file('platform.yaml', 'Platform', 'sample', {
      title: 'Sample platform',
      baseDomain: 'naas.example.com',
      hubCluster: 'devnet',
      gitops: { engine: 'argocd', namespace: 'argocd' },
      tenantLabel: { singular: 'client', plural: 'clients' },
    }),
    file('clusters/devnet.yaml', 'Cluster', 'devnet', {
      role: 'environment',
      environments: ['devnet'],
      apiServer: { url: 'https://devnet.example.com:6443' },
    }),
    file('environments/devnet.yaml', 'Environment', 'devnet', {
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
    }),
    ...tenants.flatMap(tenantFiles),
  ];
}

function tenantFiles(tenant: string): RepositoryFile[] {
  const name = `${tenant}-devnet`;
  return [
    file(`clients/${tenant}/client.yaml`, 'Tenant', tenant, {
      title: `Company ${tenant}`,
      owner: tenant,
      contacts: [`ops@${tenant}.example`],
      identity: { realm: tenant },
    }),
    file(`clients/${tenant}/devnet/tenant.yaml`, 'TenantEnvironment', name, {
      tenant,
      environment: 'devnet',
      cluster: 'devnet',
      namespace: name,
      application: name,
      suspended: false,
      size: 'small',
      versions: {},
      hostnames: [],
      allowList: [],
      immutable: { partyHint: `${tenant.replace(/-/g, '_')}-validator-1` },
      template: { name: 'new-client', version: '1.0.0' },
      components: [
        {
          name: 'participant',
          title: 'Participant',
          type: 'canton-participant',
          entity: 'Component',
        },
      ],
    }),
  ];
}

/** JSON is YAML, too. */
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
