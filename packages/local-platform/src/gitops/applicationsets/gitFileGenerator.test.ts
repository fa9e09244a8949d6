import { generateFromFiles, globPattern } from './gitFileGenerator';

const files = new Map([
  ['clients/acme-01/devnet/tenant.yaml', 'spec: { tenant: acme-01 }'],
  ['clients/acme-01/mainnet/tenant.yaml', 'spec: { tenant: acme-01 }'],
  ['clients/acme-01/client.yaml', 'spec: {}'],
  ['clients/acme-01/devnet/deep/tenant.yaml', 'spec: {}'],
  ['platform.yaml', 'spec: {}'],
]);

describe('generateFromFiles', () => {
  it('gives the content and the place of each file that a glob matches', () => {
    expect(
      generateFromFiles(
        { files: [{ path: 'clients/*/*/tenant.yaml' }] },
        files,
      ),
    ).toEqual([
      {
        spec: { tenant: 'acme-01' },
        path: {
          path: 'clients/acme-01/devnet',
          basename: 'devnet',
          filename: 'tenant.yaml',
          segments: ['clients', 'acme-01', 'devnet'],
        },
      },
      expect.objectContaining({
        path: expect.objectContaining({ path: 'clients/acme-01/mainnet' }),
      }),
    ]);
  });

  it('leaves out what is excluded', () => {
    const generated = generateFromFiles(
      {
        files: [
          { path: 'clients/*/*/tenant.yaml' },
          { path: 'clients/*/mainnet/tenant.yaml', exclude: true },
        ],
      },
      files,
    );
    expect(generated).toHaveLength(1);
  });

  it('refuses a generator without files, and a file that is no mapping', () => {
    expect(() => generateFromFiles({}, files)).toThrow('needs files');
    expect(() =>
      generateFromFiles(
        { files: [{ path: '*.yaml' }] },
        new Map([['a.yaml', '- 1']]),
      ),
    ).toThrow('unable to parse file a.yaml: not a YAML mapping');
  });
});

describe('globPattern', () => {
  it.each([
    ['clients/*/tenant.yaml', 'clients/acme/tenant.yaml', true],
    ['clients/*/tenant.yaml', 'clients/acme/devnet/tenant.yaml', false],
    ['clients/**/tenant.yaml', 'clients/acme/devnet/tenant.yaml', true],
    ['a.yaml', 'axyaml', false],
    ['a+b/(c).yaml', 'a+b/(c).yaml', true],
  ])('%s and %s: %s', (glob, path, matches) => {
    expect(globPattern(glob).test(path)).toBe(matches);
  });

  it('refuses wildcards that it does not know', () => {
    expect(() => globPattern('clients/{a,b}/tenant.yaml')).toThrow(
      'may hold only * and **',
    );
  });
});
