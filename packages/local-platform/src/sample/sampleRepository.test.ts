import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  isDescriptorPath,
  parseRegistry,
  RepositoryFile,
} from '@tenantry/plugin-tenants-node';
import {
  loadTemplate,
  readTemplateDirectory,
  TenantTemplate,
} from '@tenantry/rendering';
import { parseAllDocuments } from 'yaml';
import { PlatformAddresses } from './addresses';
import { sampleClients, sampleFaults } from './sampleClients';
import { sampleRepository } from './sampleRepository';

const addresses: PlatformAddresses = {
  repositoryUrl: 'http://localhost:7100/platform/gitops.git',
  apiServers: {
    hub: 'https://localhost:7110',
    devnet: 'https://localhost:7111',
    testnet: 'https://localhost:7112',
    mainnet: 'https://localhost:7113',
  },
};

describe('sampleRepository', () => {
  let template: TenantTemplate;
  let files: RepositoryFile[];

  beforeAll(async () => {
    const directory = resolvePackagePath(
      '@tenantry/local-platform',
      '../../templates/new-canton-client',
    );
    template = loadTemplate(await readTemplateDirectory(directory));
    files = sampleRepository(template, addresses);
  });

  const registry = () =>
    parseRegistry(files.filter(({ path }) => isDescriptorPath(path)));

  it('gives the same bytes each time', () => {
    expect(sampleRepository(template, addresses)).toEqual(files);
  });

  it('is a registry of four clusters, three environments and twelve clients without a finding', () => {
    const { clusters, environments, tenants, tenantEnvironments, findings } =
      registry();
    expect(findings).toEqual([]);
    expect([...clusters.keys()].sort()).toEqual([
      'devnet',
      'hub',
      'mainnet',
      'testnet',
    ]);
    expect([...environments.keys()]).toEqual(['devnet', 'testnet', 'mainnet']);
    expect(tenants.size).toBe(12);
    expect(tenantEnvironments.size).toBe(
      sampleClients.flatMap(({ environments: names }) => names).length,
    );
  });

  it('allows wide networks on test networks only', () => {
    const prefixes = [...registry().environments].map(
      ([name, { descriptor }]) => {
        const { allowList } = descriptor.spec.guardrails;
        const { ipv4, ipv6 } = allowList.minimumPrefixLength;
        return [name, ipv4, ipv6, allowList.maximumEntries];
      },
    );
    expect(prefixes).toEqual([
      ['devnet', 16, 32, 200],
      ['testnet', 16, 32, 200],
      ['mainnet', 24, 48, 200],
    ]);
  });

  it('suspends one client in its descriptor and in its manifests', () => {
    const suspended = [...registry().tenantEnvironments.values()].filter(
      ({ descriptor }) => descriptor.spec.suspended,
    );
    expect(suspended.map(({ file }) => file)).toEqual([
      'clients/basalt-09/devnet/tenant.yaml',
    ]);
    const content = (name: string) =>
      files.find(
        ({ path }) => path === `clients/basalt-09/devnet/manifests/${name}`,
      )!.content;
    expect(content('namespace.yaml')).toContain(
      'downscaler/force-downtime: "true"',
    );
    expect(content('database.yaml')).toContain('cnpg.io/hibernation: "on"');
    expect(content('backups.yaml')).toContain('suspend: true');
  });

  it('imports a realm for each client on the hub', () => {
    const realms = files
      .map(({ path }) => /^hub\/realms\/(.*)\.yaml$/.exec(path)?.[1])
      .filter(Boolean);
    expect(realms).toEqual(sampleClients.map(({ client }) => client));
  });

  it('holds no plain Secret', () => {
    const kinds = files
      .filter(({ path }) => path.includes('/manifests/'))
      .flatMap(({ content }) =>
        [...parseAllDocuments(content)].map(document => document.get('kind')),
      );
    expect(kinds).toContain('ExternalSecret');
    expect(kinds).not.toContain('Secret');
  });

  it('has one client in each of the states that there are to see', () => {
    expect(sampleFaults.map(({ fault }) => fault.name).sort()).toEqual([
      'crash-looping-participant',
      'drift',
      'expiring-certificate',
      'lagging-ledger',
      'low-traffic-balance',
      'unsynced-secret',
      'waiting-for-onboarding',
    ]);
  });
});
