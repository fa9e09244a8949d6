import { fakeEnvironment, fakeTenant, summaryOf } from '../../__testUtils__';
import { environmentColumns } from './environmentColumns';

function tenantIn(...environments: string[]) {
  return summaryOf(
    fakeTenant(
      'acme-01',
      'Acme',
      environments.map(environment => fakeEnvironment({ environment })),
    ),
  );
}

describe('environmentColumns', () => {
  it('follows the order of the platform, whatever the tenants are in', () => {
    const tenants = [tenantIn('devnet', 'mainnet'), tenantIn('testnet')];
    expect(
      environmentColumns(tenants, ['devnet', 'testnet', 'mainnet']),
    ).toEqual(['devnet', 'testnet', 'mainnet']);
  });

  it('leaves out an environment that no shown tenant is in', () => {
    expect(environmentColumns([tenantIn('devnet')], ['devnet', 'qa'])).toEqual([
      'devnet',
    ]);
  });

  it('shows environments even when those of the platform are not known', () => {
    expect(environmentColumns([tenantIn('devnet', 'qa')], [])).toEqual([
      'devnet',
      'qa',
    ]);
  });
});
