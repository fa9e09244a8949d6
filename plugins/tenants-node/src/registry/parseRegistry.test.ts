import {
  descriptorFile,
  tenantEnvironmentFile,
  tenantFile,
} from '@tenantry/test-utils';
import fc from 'fast-check';
import {
  isDescriptorPath,
  parseRegistry,
  RepositoryFile,
} from './parseRegistry';
import { tenantBindings } from './Registry';
import { platformFiles } from './__testUtils__';

const acme = [
  tenantFile('acme-01'),
  tenantEnvironmentFile('acme-01', 'devnet'),
];
const parse = (...files: RepositoryFile[]) =>
  parseRegistry([...platformFiles(), ...acme, ...files]);

describe('parseRegistry', () => {
  it('reads everything, environments in promotion order', () => {
    const registry = parse(tenantEnvironmentFile('acme-01', 'testnet'));
    expect(registry.findings).toEqual([]);
    expect([...registry.environments.keys()]).toEqual(['devnet', 'testnet']);
    expect([...registry.clusters.keys()].sort()).toEqual([
      'devnet',
      'hub',
      'testnet',
    ]);
    expect([...registry.tenantEnvironments.keys()]).toEqual([
      'acme-01-devnet',
      'acme-01-testnet',
    ]);
    expect(registry.tenants.get('acme-01')?.file).toBe(
      'clients/acme-01/client.yaml',
    );
  });

  it('leaves other files of the repository alone', () => {
    const registry = parse(
      { path: 'README.md', content: ': no yaml' },
      { path: 'clients/acme-01/devnet/manifests/x.yaml', content: ': no' },
    );
    expect(registry.findings).toEqual([]);
  });

  it.each([
    ['no platform.yaml', []],
    ['a broken one', [{ path: 'platform.yaml', content: 'kind: Platform' }]],
  ])('refuses a repository with %s', (_, files) => {
    expect(() => parseRegistry(files)).toThrow(/no valid platform\.yaml/);
  });

  describe('one bad descriptor costs one tenant', () => {
    const bad = (content: string): RepositoryFile => ({
      path: 'clients/bad-01/client.yaml',
      content,
    });
    it.each([
      ['YAML that cannot be read', bad('kind: [Tenant'), 'yaml'],
      ['two documents', bad('kind: Tenant\n---\nkind: Tenant'), 'yaml'],
      ['the same key twice', bad('kind: Tenant\nkind: Tenant'), 'yaml'],
      [
        'an alias bomb',
        bad(`a: &a [${'x,'.repeat(9)}x]\nb: [${'*a,'.repeat(99)}*a]`),
        'yaml',
      ],
      ['nothing', bad(''), 'schema/type'],
      ['another kind', bad('kind: Secret'), 'schema/const'],
      [
        'a field that nobody knows',
        descriptorFile('clients/bad-01/client.yaml', 'Tenant', 'bad-01', {
          title: 'Bad',
          owner: 'bad-01',
          contacts: ['ops@example.com'],
          identity: { realm: 'bad-01' },
          password: 'secret',
        }),
        'schema/additionalProperties',
      ],
      [
        'a name that is not that of its folder',
        { ...tenantFile('other-01'), path: 'clients/bad-01/client.yaml' },
        'path-matches-name',
      ],
      [
        'an environment that is not that of its folder',
        tenantEnvironmentFile('acme-01', 'testnet', { environment: 'devnet' }),
        'path-matches-name',
      ],
      [
        'a tenant that is not there',
        tenantEnvironmentFile('absent-01', 'devnet'),
        'known-reference',
      ],
      [
        'a cluster that is not there',
        tenantEnvironmentFile('acme-01', 'testnet', { cluster: 'mainnet' }),
        'known-reference',
      ],
    ])('that holds %s', (_, file, rule) => {
      const registry = parse(file);
      expect(registry.findings).toContainEqual(
        expect.objectContaining({ rule, file: file.path }),
      );
      expect([...registry.tenants.keys()]).toEqual(['acme-01']);
      expect([...registry.tenantEnvironments.keys()]).toEqual([
        'acme-01-devnet',
      ]);
    });
  });

  it('gives a namespace to one tenant only, whoever comes first', () => {
    const registry = parse(
      tenantFile('thief-01'),
      tenantEnvironmentFile('thief-01', 'devnet', {
        namespace: 'acme-01-devnet',
      }),
    );
    expect([...registry.tenantEnvironments.keys()]).toEqual(['acme-01-devnet']);
    expect(registry.findings).toMatchObject([
      {
        rule: 'unique-namespace',
        file: 'clients/thief-01/devnet/tenant.yaml',
      },
    ]);
  });

  it('answers for any content, and never loses the others', () => {
    fc.assert(
      fc.property(fc.string(), content => {
        const registry = parse({ path: 'clients/bad-01/client.yaml', content });
        expect(registry.findings.length).toBeGreaterThan(0);
        expect(registry.tenants.has('acme-01')).toBe(true);
      }),
    );
  });
});

describe('isDescriptorPath', () => {
  it.each([
    ['platform.yaml', true],
    ['clusters/hub.yaml', true],
    ['environments/devnet.yaml', true],
    ['clients/acme-01/client.yaml', true],
    ['clients/acme-01/devnet/tenant.yaml', true],
    ['hub/platform.yaml', false],
    ['clients/acme-01/devnet/manifests/tenant.yaml', false],
    ['clients/client.yaml', false],
    ['platform.yaml.bak', false],
  ])('%s: %s', (path, expected) => {
    expect(isDescriptorPath(path)).toBe(expected);
  });
});

describe('tenantBindings', () => {
  it('says what a tenant environment is made of', () => {
    expect([...tenantBindings(parse())]).toEqual([
      [
        'acme-01-devnet',
        {
          tenant: 'acme-01',
          environment: 'devnet',
          order: 1,
          cluster: 'devnet',
          namespace: 'acme-01-devnet',
          application: {
            engine: 'argocd',
            cluster: 'hub',
            namespace: 'argocd',
            name: 'acme-01-devnet',
          },
          metricMatchers: { cluster: 'devnet', namespace: 'acme-01-devnet' },
          repositoryPath: 'clients/acme-01/devnet',
          owner: 'group:default/acme-01',
          suspended: false,
          components: [{ name: 'app', title: 'App', type: 'app' }],
          allowList: [],
        },
      ],
    ]);
  });

  it('looks for the object of Flux on the cluster itself', () => {
    const gitops = { engine: 'flux', namespace: 'flux-system' };
    const registry = parseRegistry([...platformFiles({ gitops }), ...acme]);
    expect(tenantBindings(registry).get('acme-01-devnet')?.application).toEqual(
      {
        engine: 'flux',
        cluster: 'devnet',
        namespace: 'flux-system',
        name: 'acme-01-devnet',
      },
    );
  });

  it('takes the matchers of the descriptor where it has some', () => {
    const registry = parseRegistry([
      ...platformFiles(),
      tenantFile('acme-01'),
      tenantEnvironmentFile('acme-01', 'devnet', {
        metricMatchers: { tenant: 'acme' },
      }),
    ]);
    expect(
      tenantBindings(registry).get('acme-01-devnet')?.metricMatchers,
    ).toEqual({ tenant: 'acme' });
  });
});
