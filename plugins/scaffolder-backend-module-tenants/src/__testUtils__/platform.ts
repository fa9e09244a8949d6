import { resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';

/** The template that this repository ships. */
export const templateFile = resolve(
  // eslint-disable-next-line no-restricted-syntax -- tests run from the sources
  __dirname,
  '../../../../templates/new-canton-client/template.yaml',
);

const descriptors = {
  'platform.yaml': descriptor('Platform', 'canton-naas', {
    title: 'Canton nodes as a service',
    baseDomain: 'naas.example.com',
    hubCluster: 'hub',
    gitops: { engine: 'argocd', namespace: 'argocd' },
    tenantLabel: { singular: 'client', plural: 'clients' },
    facts: {
      identityProviderUrl: 'https://id.naas.example.com',
      secretManagerProject: 'example-naas',
      clusterIssuer: 'letsencrypt-production',
      storageClass: 'premium-rwo',
      backupBucket: 'example-naas-backups',
      repositoryUrl: 'https://gitea.example.com/platform/gitops.git',
      chartRepository: 'ghcr.io/digital-asset/decentralized-canton-sync/helm',
    },
  }),
  'clusters/devnet-1.yaml': descriptor('Cluster', 'devnet-1', {
    role: 'environment',
    environments: ['devnet'],
    apiServer: { url: 'https://devnet-1.clusters.example.com' },
  }),
  'environments/devnet.yaml': descriptor('Environment', 'devnet', {
    title: 'DevNet',
    order: 1,
    clusters: ['devnet-1'],
    network: {
      spliceVersion: '0.7.4',
      scanUrl: 'https://scan.devnet.example.org',
      sponsorUrl: 'https://sv.devnet.example.org',
      requiresOnboardingSecret: false,
    },
    guardrails: {
      allowList: {
        minimumPrefixLength: { ipv4: 16, ipv6: 48 },
        maximumEntries: 250,
      },
    },
  }),
};

/** A URL reader that holds the registry of a platform with the environment `devnet`. */
export function registryUrlReader() {
  return mockServices.urlReader.mock({
    readTree: async () => ({
      etag: 'one',
      files: async () =>
        Object.entries(descriptors).map(([path, content]) => ({
          path,
          content: async () => Buffer.from(content),
        })),
      archive: () => Promise.reject(new Error('not used')),
      dir: () => Promise.reject(new Error('not used')),
    }),
  });
}

function descriptor(kind: string, name: string, spec: object): string {
  return JSON.stringify({
    apiVersion: 'tenantry.dev/v1alpha1',
    kind,
    metadata: { name },
    spec,
  });
}
