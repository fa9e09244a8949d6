import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { tenantsSourcesExtensionPoint } from '@tenantry/plugin-tenants-node';
import { tenantsModulePrometheus } from './module';

describe('tenantsModulePrometheus', () => {
  const sources = { addStatusSource: jest.fn(), setMetricsSource: jest.fn() };

  beforeEach(() => jest.clearAllMocks());

  const start = (tenants: object) =>
    startTestBackend({
      extensionPoints: [[tenantsSourcesExtensionPoint, sources]],
      features: [
        tenantsModulePrometheus,
        mockServices.rootConfig.factory({ data: { tenants } }),
      ],
    });

  it('adds status and charts', async () => {
    await start({ prometheus: { url: 'http://localhost:7102' } });
    expect(sources.addStatusSource).toHaveBeenCalledWith(
      expect.objectContaining({ id: 'prometheus' }),
    );
    expect(sources.setMetricsSource).toHaveBeenCalledTimes(1);
  });

  it('adds nothing without an address', async () => {
    await start({});
    expect(sources.addStatusSource).not.toHaveBeenCalled();
    expect(sources.setMetricsSource).not.toHaveBeenCalled();
  });

  it('does not start with a wrong address', async () => {
    await expect(start({ prometheus: { url: 'ftp://x' } })).rejects.toThrow(
      'tenants.prometheus.url must be an http or https address',
    );
  });
});
