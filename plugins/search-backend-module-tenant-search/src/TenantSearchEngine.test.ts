import {
  AuthorizeResult,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { SampleDocument, searchOn, testDatabases } from './__testUtils__';

jest.setTimeout(60_000);

const databases = testDatabases();

function tenant(name: string, more: object = {}): SampleDocument {
  return {
    title: `${name.slice(0, -3)} Corporation (${name})`,
    text: `MainNet: namespace ${name}-mainnet on cluster mainnet, ${name.replace(
      '-',
      '_',
    )}-validator-1, wallet.validator.${name}.mainnet.naas.example.com.`,
    location: `/tenants/${name}`,
    authorization: { resourceRef: name, owners: [`group:default/${name}`] },
    ...more,
  };
}

const numbered = [...Array(40).keys()].map(index =>
  tenant(`acme-${String(index + 1).padStart(2, '0')}`),
);
const samples = [...numbered, tenant('globex-01'), tenant('initech-01')];

function ownedBy(...owners: string[]): PolicyDecision {
  return conditional({
    rule: 'IS_OWNER',
    resourceType: 'tenant',
    params: { owners },
  });
}

function conditional(
  conditions: PermissionCriteria<PermissionCondition>,
): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'tenants',
    resourceType: 'tenant',
    conditions,
  };
}

if (!databases.supported.includes('POSTGRES_15')) {
  it.todo(
    'runs on PostgreSQL when BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING is set',
  );
}

describe.each(databases.supported)('TenantSearchEngine on %s', id => {
  describe('what is found', () => {
    let search: ReturnType<typeof searchOn>;

    beforeAll(async () => {
      search = searchOn(await databases.open(id));
      await search.index(samples);
    });

    it.each([
      ['name', 'acme-10', 'acme-10'],
      ['name in capitals', 'ACME-05', 'acme-05'],
      ['name with a blank', 'acme 07', 'acme-07'],
      ['title', 'Globex Corporation', 'globex-01'],
      ['beginning of a word', 'glob', 'globex-01'],
      [
        'host name',
        'wallet.validator.acme-04.mainnet.naas.example.com',
        'acme-04',
      ],
      ['part of a host name', 'validator.acme-31.main', 'acme-31'],
      ['namespace', 'acme-03-mainnet', 'acme-03'],
      ['party hint', 'acme_02-validator-1', 'acme-02'],
      ['part of a party hint', '_09-validator', 'acme-09'],
    ])('has the tenant first by its %s', async (_, term, name) => {
      const { results } = await search.query({ term });
      expect(results[0]?.document.location).toBe(`/tenants/${name}`);
    });

    it('finds nothing by what is nowhere, nor by signs', async () => {
      expect(await search.titles('umbrella')).toEqual([]);
      expect(await search.query({ term: '--- :* "' })).toEqual({
        results: [],
        numberOfResults: 0,
      });
    });

    it.each(['"', "'", 'a" OR "b', "x') OR 1=1 --", 'acme:*', '\0', '\ud800'])(
      'takes %j for text, not for a query',
      async term => {
        const { numberOfResults } = await search.query({ term });
        expect(numberOfResults).toBeLessThanOrEqual(samples.length);
      },
    );

    it('marks what was found', async () => {
      const { results } = await search.query({ term: 'globex' });
      const { preTag, postTag, fields } = results[0].highlight!;
      expect(fields.title).toBe(
        `${preTag}globex${postTag} Corporation (${preTag}globex${postTag}-01)`,
      );
    });

    it('pages through everything once', async () => {
      const found: string[] = [];
      let pageCursor: string | undefined;
      do {
        const page = await search.query({
          term: 'corp',
          pageLimit: 9,
          pageCursor,
        });
        expect(page.numberOfResults).toBe(samples.length);
        expect(page.results[0].rank).toBe(found.length + 1);
        found.push(...page.results.map(({ document }) => document.location));
        pageCursor = page.nextPageCursor;
      } while (pageCursor);
      expect(found.sort()).toEqual(
        samples.map(({ location }) => location).sort(),
      );
    });

    it('only counts, as the search page does for each of its filters', async () => {
      expect(await search.query({ term: 'corp', pageLimit: 0 })).toEqual({
        results: [],
        numberOfResults: samples.length,
      });
    });

    it('goes back a page', async () => {
      const first = await search.query({ term: 'corp', pageLimit: 9 });
      const second = await search.query({
        term: 'corp',
        pageLimit: 9,
        pageCursor: first.nextPageCursor,
      });
      const back = await search.query({
        term: 'corp',
        pageLimit: 9,
        pageCursor: second.previousPageCursor,
      });
      expect(back).toEqual(first);
    });

    it.each([
      ['of another search', undefined],
      ['that is a number', Buffer.from('1').toString('base64')],
      ['that goes back', Buffer.from('-1.x').toString('base64url')],
      ['that is none', 'DROP TABLE'],
    ])('refuses a cursor %s', async (_, forged) => {
      const { nextPageCursor } = await search.query({
        term: 'acme',
        pageLimit: 1,
      });
      await expect(
        search.query({ term: 'corp', pageCursor: forged ?? nextPageCursor }),
      ).rejects.toThrow('pageCursor has to be');
    });
  });

  it('filters by fields of one value and of several', async () => {
    const search = searchOn(await databases.open(id));
    const one = { kind: 'System', tags: ['a', 'b'], live: true };
    const other = { kind: "O'Hara", tags: ['b'], live: false };
    await search.index([tenant('acme-01', one), tenant('acme-02', other)]);
    const found = async (filters: Record<string, any>) =>
      (await search.query({ filters })).results.map(
        ({ document }) => document.location,
      );
    const [first, second] = ['/tenants/acme-01', '/tenants/acme-02'];
    expect(await found({ kind: 'System' })).toEqual([first]);
    expect(await found({ kind: "O'Hara" })).toEqual([second]);
    expect(await found({ kind: ['System', "O'Hara"] })).toEqual([
      first,
      second,
    ]);
    expect(await found({ tags: 'b' })).toEqual([first, second]);
    expect(await found({ tags: ['a'], live: true })).toEqual([first]);
    expect(await found({ live: false })).toEqual([second]);
    expect(await found({ 'kind") --': 'System' })).toEqual([]);
    await expect(
      found({ authorization: { resourceRef: 'acme-01' } }),
    ).rejects.toThrow('filters.authorization has to be');
  });

  describe('who sees what', () => {
    it('filters by owner, totals and marks included, in the database', async () => {
      const search = searchOn(await databases.open(id), {
        decision: ownedBy('group:default/acme-01'),
      });
      await search.index(samples);
      const found = await search.query({ term: 'corporation' });
      expect(found.numberOfResults).toBe(1);
      expect(JSON.stringify(found)).not.toMatch(/acme-02|globex/);
      expect(await search.titles('globex')).toEqual([]);
      expect(
        await search.query({ filters: { location: '/tenants/globex-01' } }),
      ).toMatchObject({ results: [], numberOfResults: 0 });
    });

    it('does not show what changed hands since it was indexed', async () => {
      const search = searchOn(await databases.open(id), {
        decision: ownedBy('group:default/acme-01', 'group:default/acme-02'),
        allowed: ref => ref !== 'acme-02',
      });
      await search.index(samples);
      const found = await search.query({ term: 'corporation' });
      expect(found.numberOfResults).toBe(1);
      expect(found.results[0].document.location).toBe('/tenants/acme-01');
    });

    it('asks for each document when it does not know the rule', async () => {
      const search = searchOn(await databases.open(id), {
        decision: conditional({ rule: 'OTHER', resourceType: 'tenant' }),
        allowed: ref => ref.endsWith('-01'),
      });
      await search.index(samples);
      const found = await search.query({ term: 'corporation', pageLimit: 2 });
      expect(found.numberOfResults).toBe(3);
      expect(found.results).toHaveLength(2);
    });

    it('does not show documents without a ref to those who do not see all', async () => {
      const search = searchOn(await databases.open(id), {
        decision: ownedBy('group:default/acme-01'),
      });
      await search.index([
        { title: 'stray', text: '', location: '/stray' },
        tenant('acme-01'),
      ]);
      expect((await search.query({})).numberOfResults).toBe(1);
    });

    it.each([
      [AuthorizeResult.ALLOW, 1] as const,
      [AuthorizeResult.DENY, 0] as const,
    ])(
      'shows types that no permission guards by a permission of their own: %s',
      async (unguarded, count) => {
        const search = searchOn(await databases.open(id), { unguarded });
        await search.index(
          [{ title: 'Guide', text: 'How to', location: '/docs' }],
          'pages',
        );
        expect((await search.query({ types: ['pages'] })).numberOfResults).toBe(
          count,
        );
      },
    );

    it('shows nothing to nobody, and nothing of unknown types', async () => {
      const search = searchOn(await databases.open(id), {
        decision: { result: AuthorizeResult.DENY },
      });
      await search.index(samples);
      expect((await search.query({})).numberOfResults).toBe(0);
      expect((await search.query({ types: ['other'] })).numberOfResults).toBe(
        0,
      );
    });
  });

  it.each([
    ['term', { term: 'x'.repeat(501) }],
    ['pageLimit', { pageLimit: 101 }],
    ['pageLimit', { pageLimit: -1 }],
    ['pageLimit', { pageLimit: 1.5 }],
    ['filters.kind', { filters: { kind: Array(101).fill('x') } }],
  ])('refuses what passes a limit: %s', async (field, query) => {
    const search = searchOn(await databases.open(id));
    await expect(search.query(query)).rejects.toThrow(`${field} has to be`);
  });
});
