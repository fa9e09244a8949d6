import { mockServices } from '@backstage/backend-test-utils';
import { parseRegistry } from '@tenantry/plugin-tenants-node';
import { registryFiles } from '../__testUtils__';
import { RegistryView } from '../registry/RegistryView';
import { assemble, healthyDeployment, source } from '../status/__testUtils__';
import { keepStatus, KeptStatus } from '../statuses';
import { TenantAnswers } from './TenantAnswers';
import { TenantsView } from './TenantsView';

const noTemplates = new Map<string, string>();

describe('TenantAnswers', () => {
  let files: ReturnType<typeof registryFiles>;
  let status: KeptStatus | undefined;
  let confirmedAt: string | undefined;
  let now: number;
  let registry: RegistryView;
  let tenants: TenantsView;
  let answers: TenantAnswers;

  beforeEach(async () => {
    files = registryFiles('acme-01');
    status = keepStatus(assemble([source('kubernetes', [healthyDeployment])]));
    confirmedAt = undefined;
    now = 0;
    registry = new RegistryView({
      logger: mockServices.logger.mock(),
      reader: {
        url: 'https://forge.example.com/',
        read: async () => ({ registry: parseRegistry(files), etag: '' }),
      },
    });
    await registry.refresh();
    tenants = new TenantsView({
      registry,
      statusOf: () => status,
      runbookUrl: () => undefined,
      offeredTemplates: () => noTemplates,
    });
    answers = new TenantAnswers({
      tenants,
      confirmedAt: () => confirmedAt,
      now: () => now,
    });
  });

  const tenant = () => answers.tenant(tenants.tenant('acme-01')!);
  const environment = () =>
    answers.environment(tenants.tenant('acme-01')!, 'devnet');
  const read = (answer = tenant()) => JSON.parse(answer.body.toString());

  it('are the same object until something changes', () => {
    const first = tenant();
    expect(tenant()).toBe(first);
    status = { ...status!, health: 'Degraded' };
    expect(tenant()).not.toBe(first);
    expect(read().health).toBe('Degraded');
  });

  it('show later confirmations now and then, not each time', () => {
    const first = read(environment());
    confirmedAt = '2026-01-01T13:00:00.000Z';
    expect(read(environment())).toEqual(first);
    now += 30_000;
    expect(read(environment()).observedAt).toBe(confirmedAt);
    expect(read().environments[0].observedAt).toBe(confirmedAt);
  });

  it('have a tenant in short and an environment in full', () => {
    expect(read().environments[0]).not.toHaveProperty('workloads');
    expect(read(environment())).toHaveProperty('workloads', []);
    expect(
      answers.environment(tenants.tenant('acme-01')!, 'mainnet'),
    ).toBeUndefined();
  });

  it.each(['devnet', 'mainnet', undefined])(
    'have a tenant with one environment in full when asked for %s',
    asked => {
      const inFull = () =>
        answers.tenantInFull(tenants.tenant('acme-01')!, asked);
      expect(read(inFull())).toEqual({
        ...read(),
        details: read(environment()),
      });
      expect(inFull()).toBe(inFull());
    },
  );

  it('show an environment of which nothing is known yet as Unknown', () => {
    status = undefined;
    expect(read().environments).toMatchObject([
      { environment: 'devnet', health: 'Unknown' },
    ]);
    expect(tenant()).toBe(tenant());
  });

  it('follow the registry', async () => {
    const versions = () =>
      JSON.parse(answers.summary(tenants.tenant('acme-01')!)).environments[0];
    expect(versions()).toMatchObject({ behind: [], templateVersion: '1.0.0' });
    files = files.map(file => ({
      ...file,
      content: file.content.replace(
        'spliceVersion: 0.7.4',
        'spliceVersion: 0.8.0',
      ),
    }));
    await registry.refresh();
    expect(versions().behind).toEqual(['splice']);
    expect(tenants.indexed('acme-01')?.isBehind).toBe(true);
  });
});
