import { IndexableDocument } from '@backstage/plugin-search-common';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { searchOn, testDatabases } from './__testUtils__';

jest.setTimeout(60_000);

const databases = testDatabases();

function documents(...titles: string[]): IndexableDocument[] {
  return titles.map(title => ({
    title,
    text: 'text',
    location: `/${title}`,
    authorization: { resourceRef: title },
  }));
}

describe.each(databases.supported)('indexing on %s', id => {
  it('replaces documents of one type, and leaves the others', async () => {
    const search = searchOn(await databases.open(id));
    await search.index(documents('one', 'two'));
    await search.index(documents('guide'), 'other');
    await search.index(documents('two', 'three'));
    expect((await search.titles('text')).sort()).toEqual(['three', 'two']);
    expect(await search.titles('one')).toEqual([]);
    search.engine.guard({ tenants: {}, other: {} });
  });

  it('shows the old index until the new one is complete', async () => {
    const search = searchOn(await databases.open(id));
    await search.index(documents('old'));
    const during: string[][] = [];
    await pipeline(
      Readable.from(
        (async function* collate() {
          // More than a batch, so that some are stored before all have come.
          for (let number = 0; number < 1200; number += 1) {
            yield* documents(`new-${number}`);
            if (number % 400 === 399) {
              during.push(await search.titles(''));
            }
          }
        })(),
      ),
      await search.engine.getIndexer('tenants'),
    );
    expect(during).toEqual([['old'], ['old'], ['old']]);
    expect((await search.query({})).numberOfResults).toBe(1200);
  });

  it('keeps the index when the collator fails or has nothing', async () => {
    const knex = await databases.open(id);
    const search = searchOn(knex);
    await search.index(documents('old'));
    const failing = pipeline(
      Readable.from(
        (async function* collate() {
          yield* documents(...[...Array(700).keys()].map(String));
          throw new Error('The forge is down');
        })(),
      ),
      await search.engine.getIndexer('tenants'),
    );
    await expect(failing).rejects.toThrow('The forge is down');
    await search.index([]);
    expect(await search.titles('')).toEqual(['old']);
    // What had been staged goes when the stream has ended.
    for (let wait = 0; wait < 100; wait += 1) {
      const staged = await knex('tenant_search_documents').whereNotNull('run');
      if (staged.length === 0) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    throw new Error('Staged documents stay behind');
  });

  it('has each document once when two replicas index at the same time', async () => {
    const knex = await databases.open(id);
    const replicas = [searchOn(knex), searchOn(knex)];
    const all = documents(
      ...[...Array(60).keys()].map(number => `t-${number}`),
    );
    await Promise.all(replicas.map(search => search.index(all)));
    expect((await replicas[0].query({})).numberOfResults).toBe(60);
    expect((await replicas[0].query({ term: 't' })).numberOfResults).toBe(60);
  });

  it('has each document once when a collator repeats itself', async () => {
    const search = searchOn(await databases.open(id));
    await search.index([...documents('same'), ...documents('same')]);
    expect(await search.titles('same')).toEqual(['same']);
  });

  it('writes nothing when nothing has changed', async () => {
    const knex = await databases.open(id);
    const search = searchOn(knex);
    const ids = () => knex('tenant_search_documents').pluck('id').orderBy('id');
    await search.index(documents('one', 'two'));
    const before = await ids();
    await search.index(documents('two', 'one'));
    expect(await ids()).toEqual(before);
  });

  it('finds after a restart what was indexed before', async () => {
    const knex = await databases.open(id);
    await searchOn(knex).index(documents('one'));
    expect(await searchOn(knex).titles('one')).toEqual(['one']);
  });

  it('stores texts that no database likes', async () => {
    const search = searchOn(await databases.open(id));
    await search.index(documents(`nul\0 \ud800 o'"\\ end`));
    expect(await search.titles('end')).toHaveLength(1);
  });

  it('takes documents of any length', async () => {
    const search = searchOn(await databases.open(id));
    const text = [...Array(200_000).keys()].map(n => `w${n}`).join(' ');
    const [long] = documents(`${'x'.repeat(5000)} long`);
    await search.index([{ ...long, text }]);
    expect(await search.titles('w9000')).toHaveLength(1);
  });
});

if (databases.supported.includes('POSTGRES_15')) {
  it('goes on when the database was away', async () => {
    const knex = await databases.open('POSTGRES_15');
    const admin = await databases.open('POSTGRES_15');
    const search = searchOn(knex);
    await search.index(documents('one'));
    const [{ name }] = (await knex.raw('SELECT current_database() AS name'))
      .rows;
    await admin.raw(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?',
      [name],
    );
    let found: string[] = [];
    for (let attempt = 0; attempt < 20 && found.length === 0; attempt += 1) {
      found = await search.titles('one').catch(() => []);
    }
    expect(found).toEqual(['one']);
  });
}
