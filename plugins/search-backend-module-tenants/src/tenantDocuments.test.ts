import { parseRegistry } from '@tenantry/plugin-tenants-node';
import { sampleFiles } from './__testUtils__/sampleFiles';
import { tenantDocuments } from './tenantDocuments';

const [acme] = tenantDocuments(parseRegistry(sampleFiles(['acme-01'])));

describe('tenantDocuments', () => {
  it('makes one document for each tenant, environments in promotion order', () => {
    expect(acme).toEqual({
      title: 'Acme Corporation (acme-01)',
      text:
        'DevNet: namespace acme-01-devnet on cluster devnet, acme_01-validator-1, frozen7, ' +
        'wallet.validator.acme-01.devnet.naas.example.com. ' +
        'MainNet: namespace acme-01-mainnet on cluster mainnet, acme_01-validator-1, frozen7, ' +
        'wallet.validator.acme-01.mainnet.naas.example.com.',
      location: '/tenants/acme-01',
      environments: ['devnet', 'mainnet'],
      authorization: {
        resourceRef: 'acme-01',
        owners: ['group:default/acme-01'],
      },
    });
  });

  it('leaves out the addresses of people', () => {
    expect(JSON.stringify(acme)).not.toContain('oncall');
  });

  it('has a document for a tenant without an environment', () => {
    const files = sampleFiles(['acme-01']).filter(
      ({ path }) => !path.endsWith('/tenant.yaml'),
    );
    expect(tenantDocuments(parseRegistry(files))).toEqual([
      expect.objectContaining({
        location: '/tenants/acme-01',
        text: '',
        environments: [],
      }),
    ]);
  });
});
