import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { tenantsSourcesExtensionPoint } from '@tenantry/plugin-tenants-node';
import { tenantsModuleFlux } from './module';

async function start(flux: object = {}) {
  const sources = { addStatusSource: jest.fn(), addGitOpsEngine: jest.fn() };
  const backend = await startTestBackend({
    extensionPoints: [[tenantsSourcesExtensionPoint, sources]],
    features: [
      tenantsModuleFlux,
      mockServices.rootConfig.factory({ data: { tenants: { flux } } }),
    ],
  });
  await backend.stop();
  return sources;
}

const flux = expect.objectContaining({ id: 'flux' });

describe('tenantsModuleFlux', () => {
  it('adds the source and the engine flux', async () => {
    const { addStatusSource, addGitOpsEngine } = await start();
    expect(addStatusSource).toHaveBeenCalledWith(flux);
    expect(addGitOpsEngine).toHaveBeenCalledWith(flux);
  });

  it('takes no requests where it is told so', async () => {
    const { addStatusSource, addGitOpsEngine } = await start({
      requests: false,
    });
    expect(addStatusSource).toHaveBeenCalledWith(flux);
    expect(addGitOpsEngine).not.toHaveBeenCalled();
  });
});
