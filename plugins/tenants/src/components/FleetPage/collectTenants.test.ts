import { FakeTenantsApi, fakeTenant } from '../../__testUtils__';
import { collectTenants, maximumTenants } from './collectTenants';

function apiOf(count: number) {
  return new FakeTenantsApi(
    Array.from({ length: count }, (_, index) =>
      fakeTenant(`tenant-${index}`, `Tenant ${index}`, []),
    ),
  );
}

describe('collectTenants', () => {
  it('reads every page that the request asks for', async () => {
    const api = apiOf(450);
    const { tenants, isTruncated } = await collectTenants(api, { q: 'tenant' });
    expect(new Set(tenants.map(({ name }) => name)).size).toBe(450);
    expect(isTruncated).toBe(false);
  });

  it('stops at the maximum and says so', async () => {
    const { tenants, isTruncated } = await collectTenants(
      apiOf(maximumTenants + 1),
      {},
    );
    expect(tenants).toHaveLength(maximumTenants);
    expect(isTruncated).toBe(true);
  });
});
