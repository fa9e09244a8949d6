import { parseRegistryAddress } from './registryAddress';

describe('parseRegistryAddress', () => {
  it.each([
    ['https://github.com', '/tree/', 'platform/gitops', 'main'],
    ['https://gitlab.com', '/-/tree/', 'group/sub/gitops', 'release/1.2'],
    ['https://host/gitea', '/src/branch/', 'platform/git.ops', 'main'],
  ])('reads an address of %s', (base, tree, project, branch) => {
    const address = `${base}/${project}${tree}${branch}/`;
    expect(parseRegistryAddress(address, base, tree)).toEqual({
      project,
      branch,
    });
  });

  it.each([
    'https://github.com/platform/gitops',
    'https://github.com/platform/gitops/tree/',
    'https://github.com/gitops/tree/main/',
    'https://github.com/platform/gitops/tree/main/tree/x/',
    'https://github.com/platform/git%2Fops/tree/main/',
    'https://elsewhere.com/platform/gitops/tree/main/',
    'https://github.com.evil.com/platform/gitops/tree/main/',
  ])('refuses %s', address => {
    expect(() =>
      parseRegistryAddress(address, 'https://github.com', '/tree/'),
    ).toThrow(
      'tenants.registry.url must be https://github.com/<owner>/<repository>/tree/<branch>/',
    );
  });
});
