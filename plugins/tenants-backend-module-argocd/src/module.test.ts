import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { tenantsSourcesExtensionPoint } from '@tenantry/plugin-tenants-node';
import { tenantsModuleArgoCd } from './module';

async function start(argocd: object = {}) {
  const sources = { addStatusSource: jest.fn(), addGitOpsEngine: jest.fn() };
  const backend = await startTestBackend({
    extensionPoints: [[tenantsSourcesExtensionPoint, sources]],
    features: [
      tenantsModuleArgoCd,
      mockServices.rootConfig.factory({ data: { tenants: { argocd } } }),
    ],
  });
  await backend.stop();
  return sources;
}

const argocd = expect.objectContaining({ id: 'argocd' });

describe('tenantsModuleArgoCd', () => {
  it('adds the source and the engine argocd', async () => {
    const { addStatusSource, addGitOpsEngine } = await start();
    expect(addStatusSource).toHaveBeenCalledWith(argocd);
    expect(addGitOpsEngine).toHaveBeenCalledWith(argocd);
  });

  it('takes no requests where it is told so', async () => {
    const { addStatusSource, addGitOpsEngine } = await start({
      requests: false,
    });
    expect(addStatusSource).toHaveBeenCalledWith(argocd);
    expect(addGitOpsEngine).not.toHaveBeenCalled();
  });
});
