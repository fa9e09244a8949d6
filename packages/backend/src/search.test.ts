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
      for (let attempt = 0; attempt < 200; attempt += 1) {
        const [shown, { numberOfResults }] = await Promise.all([
          inCatalog(user),
          inSearch(user),
        ]);
        if (shown > 1 && shown === numberOfResults) {
          return;
        }
        await sleep(200);
      }
      throw new Error('Search does not find what the catalog shows');
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
