import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { parseRegistry } from '@tenantry/plugin-tenants-node';
import { registryFiles } from '../__testUtils__';
import { ChangePreviewer } from '../preview/ChangePreviewer';
import { RegistryView } from '../registry/RegistryView';
import { createRollouts } from './createRollouts';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const credentials = mockCredentials.user();
const request = {
  templateRef: 'template:default/update',
  environment: 'devnet',
  values: {},
  firstWave: [],
  waveSize: 5,
  exclude: [],
  soakMinutes: 10,
};

describe('createRollouts', () => {
  it('plans for the tenants that the caller may change', async () => {
    const mayChange = jest.fn(
      async () => (tenant: string) => tenant === 'acme-01',
    );
    const template = {
      title: 'Update',
      operation: 'update',
      base: { version: '9.9.9' },
      schema: { properties: {} },
    };
    const registry = parseRegistry(registryFiles('acme-01', 'globex-01'));
    const { rollouts } = createRollouts({
      knex: await databases.init('SQLITE_3'),
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
      registry: { registry: () => registry } as RegistryView,
      previewer: {
        template: async () => template,
      } as unknown as ChangePreviewer,
      authorizedChanges: { mayChange },
      forge: () => {
        throw new Error('Nothing is proposed by a plan.');
      },
      statusOf: () => undefined,
    });

    const { waves, skipped } = await rollouts.plan(request, credentials);

    expect(waves).toEqual([['acme-01']]);
    expect(skipped).toEqual([]);
    expect(mayChange).toHaveBeenCalledWith(credentials);
  });
});
