import { fleetRepository, model, renamed, tenantName } from './fleet';

describe('the fleet', () => {
  it('gives every tenant a name as long as that of the model', () => {
    const names = Array.from({ length: 3000 }, (_, index) => tenantName(index));
    expect(new Set(names).size).toBe(3000);
    expect(names.every(({ length }) => length === model.length)).toBe(true);
  });

  it('renames what is made from the name as well', () => {
    expect(
      renamed('acme-01-devnet acme_01-validator-1 globex-02', 't000007'),
    ).toBe('t000007-devnet t000007-validator-1 globex-02');
  });

  it('keeps the descriptors of the platform, and copies those of the model', () => {
    const files = [
      { path: 'platform.yaml', content: 'platform' },
      { path: 'clients/acme-01/client.yaml', content: 'name: acme-01' },
      { path: 'clients/acme-01/devnet/tenant.yaml', content: 'acme-01' },
      { path: 'clients/acme-01/devnet/values/a.yaml', content: 'not needed' },
      { path: 'clients/globex-02/client.yaml', content: 'name: globex-02' },
    ];
    expect(fleetRepository(files, 2)).toEqual([
      { path: 'platform.yaml', content: 'platform' },
      { path: 'clients/t000000/client.yaml', content: 'name: t000000' },
      { path: 'clients/t000000/devnet/tenant.yaml', content: 't000000' },
      { path: 'clients/t000001/client.yaml', content: 'name: t000001' },
      { path: 'clients/t000001/devnet/tenant.yaml', content: 't000001' },
    ]);
  });
});
