import { setTimeout as sleep } from 'node:timers/promises';
import { registryFiles } from './__testUtils__/registryFiles';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

const groupsOf = {
  'user:default/operator': ['group:default/platform-operators'],
  'user:default/acme-engineer': ['group:default/acme-01'],
  'user:default/globex-engineer': ['group:default/globex-01'],
};

describe('Search of the portal', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  async function inCatalog(user: string): Promise<number> {
    const response = await portal(user, '/catalog/entities/by-query?limit=0');
    return (await response.json()).totalItems;
  }

  async function inSearch(user: string, term = '') {
    const query = new URLSearchParams({ term, 'types[0]': 'software-catalog' });
    const response = await portal(user, `/search/query?${query}`);
    return response.json();
  }

  beforeAll(async () => {
    portal = await startPortal(
      registryFiles(['acme-01', 'globex-01']),
      groupsOf,
    );
  });

  it.each(['operator', 'acme-engineer', 'globex-engineer'])(
    'finds %s all entities that the catalog shows, and as many',
    async user => {
      let shown = 0;
      let found = -1;
      const settled = () => shown > 1 && shown === found;
      for (let attempt = 0; attempt < 200 && !settled(); attempt += 1) {
        await sleep(200);
        shown = await inCatalog(user);
        found = (await inSearch(user)).numberOfResults;
      }
      expect(found).toBe(shown);
      expect(found).toBeGreaterThan(1);
    },
  );

  it('has an entity first by its name, and none of another client', async () => {
    const own = await inSearch('acme-engineer', 'acme-01-devnet');
    expect(own.results[0].document.location).toContain('/acme-01-devnet');
    expect(await inSearch('acme-engineer', 'globex')).toEqual({
      results: [],
      numberOfResults: 0,
    });
  });
});
