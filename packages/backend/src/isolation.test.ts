import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { setTimeout as sleep } from 'node:timers/promises';
import { registryFiles } from './__testUtils__/registryFiles';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

const groupsOf = {
  'user:default/operator': ['group:default/platform-operators'],
  'user:default/acme-01-engineer': ['group:default/acme-01'],
  'user:default/globex-01-engineer': ['group:default/globex-01'],
  'user:default/stranger': [],
};

describe('Isolation of tenants', () => {
  let request: Awaited<ReturnType<typeof startPortal>>;

  async function entitiesSeenBy(user: string): Promise<string[]> {
    const response = await request(user, '/catalog/entities/by-query');
    const { items }: { items: Entity[] } = await response.json();
    return items.map(stringifyEntityRef).sort();
  }

  async function foundBy(user: string, term: string): Promise<string[]> {
    const response = await request(user, `/search/query?term=${term}`);
    const { results } = await response.json();
    return results
      .map((result: { document: { location: string } }) => {
        return result.document.location;
      })
      .sort();
  }

  async function tenantsListedFor(user: string): Promise<string[]> {
    const response = await request(user, '/tenants/v1/tenants');
    const { items } = await response.json();
    return items.map(({ name }: { name: string }) => name).sort();
  }

  async function isComplete(): Promise<boolean> {
    const entities = await entitiesSeenBy('operator');
    const documents = await foundBy('operator', 'globex');
    const tenants = await tenantsListedFor('operator');
    return (
      entities.includes('component:default/globex-01-devnet-participant') &&
      documents.includes('/tenants/globex-01') &&
      documents.includes('/catalog/default/domain/globex-01') &&
      tenants.length === 2
    );
  }

  beforeAll(async () => {
    request = await startPortal(
      registryFiles(['acme-01', 'globex-01']),
      groupsOf,
    );
    const giveUpAt = Date.now() + 60_000;
    while (!(await isComplete())) {
      if (Date.now() > giveUpAt) {
        throw new Error('The portal did not learn of the tenants');
      }
      await sleep(200);
    }
  });

  it('shows a client its own entities, and no others', async () => {
    expect(await entitiesSeenBy('acme-01-engineer')).toEqual([
      'component:default/acme-01-devnet-participant',
      'domain:default/acme-01',
      'group:default/acme-01',
      'system:default/acme-01-devnet',
    ]);
    expect(await entitiesSeenBy('stranger')).toEqual([]);
  });

  it('lists a client its own tenant, and no others', async () => {
    expect(await tenantsListedFor('operator')).toEqual([
      'acme-01',
      'globex-01',
    ]);
    expect(await tenantsListedFor('acme-01-engineer')).toEqual(['acme-01']);
    expect(await tenantsListedFor('stranger')).toEqual([]);
  });

  it.each(['globex-01', 'globex_01-validator-1', 'devnet'])(
    'finds a client nothing of another client by %s',
    async term => {
      const found = await foundBy('acme-01-engineer', term);
      expect(found.filter(location => location.includes('globex'))).toEqual([]);
      expect(await foundBy('globex-01-engineer', term)).toContain(
        '/tenants/globex-01',
      );
    },
  );

  it.each([
    '/tenants/v1/tenants/globex-01',
    '/tenants/v1/tenants/globex-01/environments/devnet',
    '/tenants/v1/tenants/globex-01/timeline',
    '/catalog/entities/by-name/domain/default/globex-01',
  ])('answers %s as if it did not exist', async path => {
    const other = await request('acme-01-engineer', path);
    const absent = await request(
      'acme-01-engineer',
      path.replace('globex-01', 'umbrella-9'),
    );
    const owner = await request('globex-01-engineer', path);
    expect([other.status, absent.status, owner.status]).toEqual([
      404, 404, 200,
    ]);
    const message = (await other.json()).error.message;
    const messageOfAbsent = (await absent.json()).error.message;
    expect(message.replaceAll('globex-01', 'umbrella-9')).toBe(messageOfAbsent);
  });

  it('has no template for a client that is not open to it', async () => {
    const response = await request('acme-01-engineer', '/scaffolder/v2/tasks', {
      method: 'POST',
      body: JSON.stringify({
        templateRef: 'template:default/new-canton-client',
        values: { client: 'acme-02' },
      }),
    });
    expect(response.status).toBe(404);
  });

  it('answers nobody without a sign-in', async () => {
    for (const path of ['/tenants/v1/tenants', '/search/query?term=acme-01']) {
      const response = await request('acme-01-engineer', path, {});
      expect(response.status).toBe(200);
      const anonymous = await fetch(response.url);
      expect(anonymous.status).toBe(401);
    }
  });
});
