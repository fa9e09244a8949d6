import { setTimeout as sleep } from 'node:timers/promises';
import { SampleDocument, testDatabases } from './__testUtils__';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(180_000);

const databases = testDatabases();
const count = 20_000;

/** Client `acme` owns every thousandth, and so 20; all have the same words. */
const documents = [...Array(count).keys()].map((index): SampleDocument => {
  const client = index % 1000 === 999 ? 'acme' : 'globex';
  const name = `${client}-${index}`;
  return {
    title: `Validator (${name})`,
    text: 'MainNet validator',
    location: `/tenants/${name}`,
    authorization: { resourceRef: name, owners: [`group:default/${client}`] },
  };
});

describe.each(databases.supported)('searchTenantSearch on %s', id => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  async function everythingFor(user: string): Promise<string[]> {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await portal.search(user, {
        term: 'validator',
        ...(cursor && { pageCursor: cursor }),
      });
      found.push(...page.results.map(({ document }) => document.location));
      cursor = page.nextPageCursor;
    } while (cursor && found.length < 100);
    return found;
  }

  beforeAll(async () => {
    portal = await startPortal(documents, await databases.open(id));
    for (let attempt = 0; attempt < 600; attempt += 1) {
      const { numberOfResults } = await portal.search('operator', { term: '' });
      if (numberOfResults === count) {
        return;
      }
      await sleep(200);
    }
    throw new Error('The documents did not get into the index');
  });

  it('finds all 20 of 20,000 at once, with their total', async () => {
    const found = await portal.search('acme-engineer', { term: 'validator' });
    expect(found.numberOfResults).toBe(20);
    expect(found.results).toHaveLength(20);
    expect(found.nextPageCursor).toBeUndefined();
    expect(JSON.stringify(found)).not.toContain('globex');
    expect(JSON.stringify(found)).not.toContain('authorization');
  });

  it('gives everybody the totals and pages of their own', async () => {
    const totals = await Promise.all(
      ['acme-engineer', 'globex-engineer', 'operator', 'stranger'].map(
        async user =>
          (
            await portal.search(user, { term: 'mainnet' })
          ).numberOfResults,
      ),
    );
    expect(totals).toEqual([20, count - 20, count, 0]);
    expect(new Set(await everythingFor('acme-engineer')).size).toBe(20);
    expect(new Set(await everythingFor('globex-engineer')).size).toBe(100);
  });

  it("finds nothing by another's name, as by a name that nobody has", async () => {
    const of = async (term: string) =>
      (await portal.request('acme-engineer', { term })).text();
    expect(await of('globex-1')).toBe(await of('nobody-1'));
  });

  it("leads nowhere by another's cursor but through one's own results", async () => {
    const { nextPageCursor } = await portal.search('operator', {
      term: 'validator',
    });
    const found = await portal.search('acme-engineer', {
      term: 'validator',
      pageCursor: nextPageCursor!,
    });
    expect(found).toMatchObject({ results: [], numberOfResults: 20 });
  });

  it('says nothing in the refusal of a forged cursor', async () => {
    const response = await portal.request('acme-engineer', {
      term: 'validator',
      pageCursor: 'MQ==',
    });
    expect(response.ok).toBe(false);
    expect(await response.text()).not.toContain('globex');
  });
});
