import {
  ClusterDescriptor,
  descriptorApiVersion,
  PlatformDescriptor,
} from '@tenantry/plugin-tenants-common';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { stringify } from 'yaml';
import { ClusterName, clusterNames, PlatformAddresses } from './addresses';
import { chartRepository } from './charts';
import { clusterTitles, environmentDescriptors } from './environments';
import { repositoryReadme } from './repositoryReadme';
import { sampleApplicationSet } from './sampleApplicationSet';

const regions: Readonly<Record<ClusterName, string>> = {
  hub: 'europe-west1',
  devnet: 'europe-west1',
  testnet: 'europe-west4',
  mainnet: 'europe-west3',
};

/** Region of a cluster, for example `europe-west1`. */
export function regionOf(cluster: ClusterName): string {
  return regions[cluster];
}

/** Everything in the sample repository that is not a client's. */
export function platformFiles(addresses: PlatformAddresses): RepositoryFile[] {
  return [
    yamlFile('platform.yaml', platformDescriptor(addresses)),
    ...clusterNames.map(name =>
      yamlFile(`clusters/${name}.yaml`, clusterDescriptor(name, addresses)),
    ),
    ...environmentDescriptors().map(descriptor =>
      yamlFile(`environments/${descriptor.metadata.name}.yaml`, descriptor),
    ),
    yamlFile('hub/applicationset.yaml', sampleApplicationSet(addresses)),
    { path: 'README.md', content: repositoryReadme },
  ];
}

function yamlFile(path: string, content: object): RepositoryFile {
  return { path, content: stringify(content, { lineWidth: 0 }) };
}

function platformDescriptor({
  repositoryUrl,
}: PlatformAddresses): PlatformDescriptor {
  return {
    apiVersion: descriptorApiVersion,
    kind: 'Platform',
    metadata: { name: 'canton-naas' },
    spec: {
      title: 'Canton nodes as a service',
      baseDomain: 'naas.example.com',
      hubCluster: 'hub',
      gitops: { engine: 'argocd', namespace: 'argocd' },
      tenantLabel: { singular: 'client', plural: 'clients' },
      facts: {
        repositoryUrl,
        chartRepository,
        identityProviderUrl: 'https://keycloak.naas.example.com',
        identityProviderName: 'keycloak',
        identityProviderNamespace: 'keycloak',
        clusterIssuer: 'letsencrypt-production',
        storageClass: 'premium-rwo',
        secretManagerProject: 'canton-naas-secrets',
        backupBucket: 'canton-naas-backups',
        kmsProject: 'canton-naas-keys',
        contactPoint: 'operations@naas.example.com',
      },
    },
  };
}

function clusterDescriptor(
  name: ClusterName,
  { apiServers }: PlatformAddresses,
): ClusterDescriptor {
  const hub = name === 'hub';
  return {
    apiVersion: descriptorApiVersion,
    kind: 'Cluster',
    metadata: { name },
    spec: {
      title: clusterTitles[name],
      role: hub ? 'hub' : 'environment',
      environments: hub ? [] : [name],
      region: regions[name],
      provider: 'gke',
      apiServer: { url: apiServers[name] },
    },
  };
}
