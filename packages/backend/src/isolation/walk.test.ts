import {
  IsolationWorld,
  newNotification,
} from './__testUtils__/embedded/IsolationWorld';
import { failedLog, Tokens } from './__testUtils__/embedded/Sample';
import { restrictedToken } from './__testUtils__/embedded/portalSetup';
import { countLeaks } from './__testUtils__/walk/countLeaks';
import { pluginOf } from './__testUtils__/walk/describedRoutes';
import { Listener } from './__testUtils__/walk/Listener';
import { PortalApi } from './__testUtils__/walk/PortalApi';

jest.setTimeout(600_000);

const outsiders: [string, (tokens: Tokens) => string | undefined][] = [
  ['another client', ({ other }) => other],
  ['somebody who never signed in', ({ stranger }) => stranger],
  ['nobody', () => undefined],
  ['a forged token', ({ forged }) => forged],
  ['a token that was changed', ({ changed }) => changed],
  ['a token without a signature', ({ unsigned }) => unsigned],
  ['an expired token', ({ expired }) => expired],
  ['a service that may ask another plugin', () => restrictedToken],
  ['a service with a made-up token', () => `${restrictedToken}-`],
];

describe('The portal', () => {
  let world: IsolationWorld;

  beforeAll(async () => {
    world = await IsolationWorld.start();
  });

  afterAll(async () => {
    await world?.stop();
  });

  it('has routes of every plugin, and no other plugin was forgotten', () => {
    const paths = world.routes
      .map(({ path }) => path)
      .filter(path => !/\/\.(well-known|backstage)\//.test(path));
    expect([...new Set(paths.flatMap(path => pluginOf(path) ?? []))]).toEqual(
      // The plugin app has routes only where the frontend has been built.
      expect.arrayContaining([
        'auth',
        'catalog',
        'events',
        'kubernetes',
        'notifications',
        'permission',
        'scaffolder',
        'search',
        'signals',
        'tenants',
        'user-settings',
      ]),
    );
    expect(paths).toEqual(
      expect.arrayContaining([
        '/api/catalog/entities',
        '/api/kubernetes/proxy/*',
        '/api/scaffolder/v2/tasks/:taskId/eventstream',
        '/api/tenants/v1/tenants/:tenant',
        '/api/user-settings/buckets/:bucket/keys/:key(*)',
      ]),
    );
  });

  it('tells a client of itself, by which the walk would notice a leak', async () => {
    const told = await world.walk(world.tokens.owner);
    expect([...new Set(told.map(({ route }) => route))]).toEqual(
      expect.arrayContaining([
        'GET /api/catalog/entities',
        'GET /api/catalog/entities/by-name/:kind/:namespace/:name/ancestry',
        'GET /api/catalog/entities/by-query',
        'GET /api/catalog/entities/by-uid/:uid',
        'GET /api/catalog/entity-facets',
        'GET /api/notifications/notifications',
        'GET /api/notifications/notifications/:id',
        'GET /api/scaffolder/v2/tasks',
        'GET /api/scaffolder/v2/tasks/:taskId',
        'GET /api/scaffolder/v2/tasks/:taskId/events',
        'GET /api/scaffolder/v2/tasks/:taskId/eventstream',
        'GET /api/search/query',
        'GET /api/tenants/v1/tenants',
        'GET /api/tenants/v1/tenants/:tenant',
        'GET /api/tenants/v1/tenants/:tenant/environments/:environment',
        'GET /api/tenants/v1/tenants/:tenant/environments/:environment/metrics',
        'GET /api/tenants/v1/tenants/:tenant/timeline',
        'POST /api/catalog/entities/by-refs',
        'POST /api/tenants/v1/changes/preview',
      ]),
    );
  });

  it.each(outsiders)('tells %s nothing of a client', async (_, tokenOf) => {
    expect(await world.walk(tokenOf(world.tokens))).toEqual([]);
  });

  it('counts for a client what it sees, and nothing else', async () => {
    const { portal, tokens } = world;
    expect(await countLeaks(portal.url, tokens.other)).toEqual([]);
    expect(await countLeaks(portal.url, tokens.operator)).not.toEqual([]);
  });

  it('sends the live events of a client to nobody else', async () => {
    const { portal, tokens, client } = world;
    for (const heard of await world.heardBy([tokens.other, undefined])) {
      expect(heard).not.toContain(newNotification);
      expect(client.marks.filter(mark => heard.includes(mark))).toEqual([]);
    }
    await expect(Listener.open(portal.url, tokens.forged, [])).rejects.toThrow(
      'takes no connection',
    );
  });

  it('changes nothing of a client for anybody else', async () => {
    const { portal, tokens, client, probes } = world;
    const own = new PortalApi(portal.url, tokens.owner);
    const { taskId, notificationId, entityUid } = client.names;
    const things = () =>
      Promise.all(
        [
          `/api/scaffolder/v2/tasks/${taskId}`,
          `/api/notifications/notifications/${notificationId}`,
          `/api/catalog/entities/by-uid/${entityUid}`,
        ].map(path => own.read(path)),
      );
    const before = await things();
    for (const [, tokenOf] of outsiders) {
      expect(await world.walk(tokenOf(tokens), probes.changing)).toEqual([]);
    }
    expect(await things()).toEqual(before);
  });

  it('lets nobody run a form for a client of somebody else', async () => {
    const { portal, tokens, client } = world;
    const logs = await Promise.all(
      [client.names.tenant, 'zzzz-01'].map(tenant =>
        failedLog(portal, tokens.other, tenant),
      ),
    );
    expect(logs[0]).toContain('There is no tenant "acme-01".');
    expect(logs[0].replaceAll('acme-01', 'zzzz-01')).toBe(logs[1]);
  });
});
