import { parseRegistry } from '@tenantry/plugin-tenants-node';
import { registryFiles } from '../__testUtils__';
import { onlyTenants } from './onlyTenants';
import { planRollout } from './planRollout';

const registry = parseRegistry(registryFiles('acme-01', 'globex-01'));
const request = {
  templateRef: 'template:default/upgrade-splice',
  environment: 'devnet',
  values: {},
  firstWave: [],
  waveSize: 5,
  exclude: [],
  soakMinutes: 10,
};
const plan = (overrides: Partial<typeof request> & { firstWave?: string[] }) =>
  planRollout({
    request: { ...request, ...overrides },
    title: 'Upgrade',
    registry: onlyTenants(tenant => tenant === 'acme-01', registry),
    upToDate: () => false,
  });

describe('onlyTenants', () => {
  it('plans for the tenants that the caller may change, and for no others', () => {
    expect(plan({})).toMatchObject({ waves: [['acme-01']], skipped: [] });
  });

  it('answers for a tenant of others as for one that does not exist', () => {
    const errorOf = (tenant: string) => {
      try {
        return plan({ firstWave: [tenant] as never });
      } catch (error) {
        return String(error).replace(tenant, 'X');
      }
    };
    expect(errorOf('globex-01')).toMatch(/names "X", which is not in/);
    expect(errorOf('globex-01')).toBe(errorOf('absent-01'));
  });
});
