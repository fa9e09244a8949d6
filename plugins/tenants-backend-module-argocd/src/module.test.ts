import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { tenantsSourcesExtensionPoint } from '@tenantry/plugin-tenants-node';
import { tenantsModuleArgoCd } from './module';

describe('tenantsModuleArgoCd', () => {
  it('adds the source argocd', async () => {
    const addStatusSource = jest.fn();
    const backend = await startTestBackend({
      extensionPoints: [[tenantsSourcesExtensionPoint, { addStatusSource }]],
      features: [tenantsModuleArgoCd, mockServices.rootConfig.factory()],
    });
    await backend.stop();
    expect(addStatusSource).toHaveBeenCalledWith(
      expect.objectContaining({ id: 'argocd' }),
    );
  });
});
