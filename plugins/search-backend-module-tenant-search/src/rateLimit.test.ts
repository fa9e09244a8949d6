import { testDatabases } from './__testUtils__';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(60_000);

const databases = testDatabases();

describe('the search', () => {
  it('is limited for each user', async () => {
    const knex = await databases.open('SQLITE_3');
    const portal = await startPortal([], knex, 2);
    const statuses: number[] = [];
    for (const user of ['operator', 'operator', 'operator', 'acme-engineer']) {
      const { status } = await portal.request(user, { term: 'validator' });
      statuses.push(status);
    }
    expect(statuses).toEqual([200, 200, 429, 200]);
  });
});
