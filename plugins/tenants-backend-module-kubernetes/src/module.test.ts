import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { tenantsSourcesExtensionPoint } from '@tenantry/plugin-tenants-node';
import { tenantsModuleKubernetes } from './module';

describe('tenantsModuleKubernetes', () => {
  it('adds the source kubernetes', async () => {
    const addStatusSource = jest.fn();
    const backend = await startTestBackend({
      extensionPoints: [[tenantsSourcesExtensionPoint, { addStatusSource }]],
      features: [tenantsModuleKubernetes, mockServices.rootConfig.factory()],
    });
    await backend.stop();
    expect(addStatusSource).toHaveBeenCalledWith(
      expect.objectContaining({ id: 'kubernetes' }),
    );
  });
});
