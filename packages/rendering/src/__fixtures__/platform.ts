import {
  parseRegistry,
  Registry,
  RepositoryFile,
} from '@tenantry/plugin-tenants-node';

const environments = [
  {
    name: 'devnet',
    order: 1,
    version: '0.7.4',
    secret: false,
    lifetime: '1 h',
  },
  {
    name: 'testnet',
    order: 2,
    version: '0.7.1',
    secret: true,
    lifetime: '48 h',
  },
  {
    name: 'mainnet',
    order: 3,
    version: '0.7.0',
    secret: true,
    lifetime: '48 h',
  },
];

/** The descriptors of a platform with three environments and one tenant, `globex-01`. */
export function platformFiles(): RepositoryFile[] {
  return [
    file('platform.yaml', 'Platform', 'canton-naas', {
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
        repositoryUrl: 'https://git.example.com/platform/gitops.git',
        chartRepository: 'ghcr.io/digital-asset/decentralized-canton-sync/helm',
      },
    }),
    ...environments.flatMap(environmentFiles),
    file('clients/globex-01/client.yaml', 'Tenant', 'globex-01', {
      title: 'Globex',
      owner: 'globex-01',
      contacts: ['ops@globex.example.com'],
      identity: { realm: 'globex-01' },
    }),
    tenantEnvironmentFile(),
  ];
}

/** The platform of {@link platformFiles}, as the registry. */
export function platformRegistry(): Registry {
  return parseRegistry(platformFiles());
}

function environmentFiles({
  name,
  order,
  version,
  secret,
  lifetime,
}: (typeof environments)[number]): RepositoryFile[] {
  return [
    file(`clusters/${name}-1.yaml`, 'Cluster', `${name}-1`, {
      role: 'environment',
      environments: [name],
      region: 'europe-west4',
      apiServer: { url: `https://${name}-1.clusters.example.com` },
    }),
    file(`environments/${name}.yaml`, 'Environment', name, {
      title: name,
      order,
      clusters: [`${name}-1`],
      network: {
        networkName: name,
        spliceVersion: version,
        scanUrl: `https://scan.${name}.example.org`,
        sponsorUrl: `https://sv.${name}.example.org`,
        requiresOnboardingSecret: secret,
        onboardingSecretLifetime: lifetime,
        highAvailability: name === 'mainnet',
      },
      guardrails: {
        allowList: {
          minimumPrefixLength: { ipv4: 16, ipv6: 48 },
          maximumEntries: 250,
        },
        closedPorts: [5002],
        uniqueImmutables: ['partyHint', 'nodeIdentifier'],
      },
    }),
  ];
}

function tenantEnvironmentFile(): RepositoryFile {
  const name = 'globex-01-devnet';
  return file(
    'clients/globex-01/devnet/tenant.yaml',
    'TenantEnvironment',
    name,
    {
      tenant: 'globex-01',
      environment: 'devnet',
      cluster: 'devnet-1',
      namespace: name,
      application: name,
      suspended: false,
      size: 'small',
      versions: { splice: '0.7.4' },
      hostnames: [],
      allowList: [],
      immutable: { partyHint: 'globex_01-validator-1' },
      template: { name: 'new-canton-client', version: '1.0.0' },
      components: [
        { name: 'validator', title: 'Validator', type: 'canton-validator' },
      ],
    },
  );
}

function file(
  path: string,
  kind: string,
  name: string,
  spec: object,
): RepositoryFile {
  return {
    path,
    content: JSON.stringify({
      apiVersion: 'tenantry.dev/v1alpha1',
      kind,
      metadata: { name },
      spec,
    }),
  };
}
