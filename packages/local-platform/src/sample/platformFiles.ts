import {
  ClusterDescriptor,
  descriptorApiVersion,
  EnvironmentDescriptor,
  PlatformDescriptor,
} from '@tenantry/plugin-tenants-common';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { stringify } from 'yaml';
import { ClusterName, clusterNames, PlatformAddresses } from './addresses';
import { chartRepository } from './charts';
import { sampleApplicationSet } from './sampleApplicationSet';

const regions: Readonly<Record<ClusterName, string>> = {
  hub: 'europe-west1',
  devnet: 'europe-west1',
  testnet: 'europe-west4',
  mainnet: 'europe-west3',
};

const titles: Readonly<Record<ClusterName, string>> = {
  hub: 'Hub',
  devnet: 'DevNet',
  testnet: 'TestNet',
  mainnet: 'MainNet',
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
    ...environments.map(descriptor =>
      yamlFile(`environments/${descriptor.metadata.name}.yaml`, descriptor),
    ),
    yamlFile('hub/applicationset.yaml', sampleApplicationSet(addresses)),
    { path: 'README.md', content: readme },
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
        clusterIssuer: 'letsencrypt-production',
        storageClass: 'premium-rwo',
        secretManagerProject: 'canton-naas-secrets',
        backupBucket: 'canton-naas-backups',
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
      title: titles[name],
      role: hub ? 'hub' : 'environment',
      environments: hub ? [] : [name],
      region: regions[name],
      provider: 'gke',
      apiServer: { url: apiServers[name] },
    },
  };
}

interface Network {
  order: number;
  spliceVersion: string;
  migrationId: number;
  /** What host names of the network have before `global`. */
  infix: string;
  minimumPrefixLength: { ipv4: number; ipv6: number };
  onboardingSecretLifetime?: string;
}

const wide = { ipv4: 16, ipv6: 32 };

const networks: Readonly<Record<Exclude<ClusterName, 'hub'>, Network>> = {
  devnet: {
    order: 1,
    spliceVersion: '0.7.4',
    migrationId: 1,
    infix: 'dev.',
    minimumPrefixLength: wide,
  },
  testnet: {
    order: 2,
    spliceVersion: '0.7.1',
    migrationId: 1,
    infix: 'test.',
    minimumPrefixLength: wide,
    onboardingSecretLifetime: '48 hours',
  },
  mainnet: {
    order: 3,
    spliceVersion: '0.7.0',
    migrationId: 4,
    infix: '',
    minimumPrefixLength: { ipv4: 24, ipv6: 48 },
    onboardingSecretLifetime: '48 hours',
  },
};

const environments = Object.entries(networks).map(([name, network]) =>
  environmentDescriptor(name as keyof typeof networks, network),
);

function environmentDescriptor(
  name: Exclude<ClusterName, 'hub'>,
  network: Network,
): EnvironmentDescriptor {
  const host = `sv-1.${network.infix}global.canton.network.sync.global`;
  const { onboardingSecretLifetime, minimumPrefixLength } = network;
  return {
    apiVersion: descriptorApiVersion,
    kind: 'Environment',
    metadata: { name },
    spec: {
      title: titles[name],
      order: network.order,
      clusters: [name],
      network: {
        spliceVersion: network.spliceVersion,
        migrationId: network.migrationId,
        scanUrl: `https://scan.${host}`,
        sponsorUrl: `https://sv.${host}`,
        requiresOnboardingSecret: onboardingSecretLifetime !== undefined,
        ...(onboardingSecretLifetime && { onboardingSecretLifetime }),
        highAvailability: name === 'mainnet',
      },
      guardrails: {
        allowList: { minimumPrefixLength, maximumEntries: 200 },
      },
    },
  };
}

const readme = `# GitOps repository of the Canton platform

Everything that runs is described here. Each change is a pull request; what is merged into \`main\` is
applied within seconds, and a rollback is a revert.

| path | what it is |
| --- | --- |
| \`platform.yaml\` | the platform as a whole |
| \`clusters/\` | one file for each cluster |
| \`environments/\` | one file for each environment, with its guardrails |
| \`clients/<client>/client.yaml\` | a client |
| \`clients/<client>/<environment>/\` | a client in one environment: descriptor, manifests, Helm values |
| \`hub/\` | what the GitOps engine on the hub works with |
`;
