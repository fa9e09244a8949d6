import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { stringify } from 'yaml';

/** A platform with one environment and the client `acme-01` in it, and nothing to be applied. */
export const registryFiles: RepositoryFile[] = [
  descriptor('platform.yaml', 'Platform', 'example', {
    title: 'Example',
    baseDomain: 'example.com',
    hubCluster: 'hub',
    gitops: { engine: 'argocd', namespace: 'argocd' },
    tenantLabel: { singular: 'client', plural: 'clients' },
  }),
  descriptor('clusters/devnet-1.yaml', 'Cluster', 'devnet-1', {
    role: 'environment',
    environments: ['devnet'],
    apiServer: { url: 'https://devnet-1.example.com' },
  }),
  descriptor('environments/devnet.yaml', 'Environment', 'devnet', {
    title: 'DevNet',
    order: 1,
    clusters: ['devnet-1'],
    network: {},
    guardrails: {
      allowList: {
        minimumPrefixLength: { ipv4: 16, ipv6: 48 },
        maximumEntries: 50,
      },
    },
  }),
  clientFile('Acme'),
];

/** `clients/acme-01/client.yaml` with a title. */
export function clientFile(title: string): RepositoryFile {
  return descriptor('clients/acme-01/client.yaml', 'Tenant', 'acme-01', {
    title,
    owner: 'acme-01',
    contacts: ['ops@acme.example.com'],
    identity: { realm: 'acme-01' },
  });
}

function descriptor(
  path: string,
  kind: string,
  name: string,
  spec: object,
): RepositoryFile {
  const apiVersion = 'tenantry.dev/v1alpha1';
  return {
    path,
    content: stringify({ apiVersion, kind, metadata: { name }, spec }),
  };
}
