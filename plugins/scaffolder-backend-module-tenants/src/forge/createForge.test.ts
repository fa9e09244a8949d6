import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createForge } from './createForge';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: { gitea: [{ host: 'gitea.example.com' }] },
  }),
);

describe('createForge', () => {
  it('takes a host of integrations.gitea', () => {
    const forge = createForge(
      'https://gitea.example.com/platform/gitops/src/branch/main/',
      integrations,
    );
    expect(forge.proposeChange).toEqual(expect.any(Function));
  });

  it('says that another kind of forge is not supported', () => {
    expect(() =>
      createForge(
        'https://github.com/platform/gitops/tree/main/',
        integrations,
      ),
    ).toThrow(
      'Changes can be proposed on Gitea only; github.com of tenants.registry.url is github.com (github).',
    );
  });

  it('says that a host is not configured', () => {
    expect(() =>
      createForge('https://git.example.org/a/b/src/branch/main/', integrations),
    ).toThrow('There is no integration for git.example.org');
  });
});
