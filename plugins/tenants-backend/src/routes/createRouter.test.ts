import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  Health,
  TenantsClient,
  TimelineEvent,
} from '@tenantry/plugin-tenants-common';
import { parseRegistry } from '@tenantry/plugin-tenants-node';
import express from 'express';
import { Server } from 'node:http';
import { AddressInfo } from 'node:net';
import {
  engineer,
  operator,
  registryFiles,
  stranger,
  tenantRules,
  testPermissions,
} from '../__testUtils__';
import { CachedMetrics } from '../metrics/CachedMetrics';
import { AuthorizedChanges, AuthorizedTenants } from '../permissions';
import { ChangePreviewer } from '../preview/ChangePreviewer';
import { RegistryView } from '../registry/RegistryView';
import { Rollouts } from '../rollouts';
import { RolloutStore } from '../rollouts/RolloutStore';
import { createOpenApiRouter } from '../schema/openapi';
import { assemble } from '../status/__testUtils__';
import { keepStatus, KeptStatus } from '../statuses';
import { ReadTimelineOptions } from '../store';
import { encodeCursor, TenantAnswers, TenantsView } from '../tenants';
import { TimelineReader } from '../timeline';
import { createRouter } from './createRouter';

const tenants = ['acme-01', 'beta-01', 'gamma-01', 'zeta-01'];
const healths: Record<string, Health> = {
  'acme-01': 'Healthy',
  'beta-01': 'Degraded',
  'gamma-01': 'Unknown',
  'zeta-01': 'Degraded',
};
const statuses = new Map(
  tenants.map(tenant => [
    `${tenant}/devnet`,
    keepStatus({
      ...assemble([]),
      tenant,
      namespace: `${tenant}-devnet`,
      health: healths[tenant],
      components: [],
    }),
  ]),
);
const noTemplates = new Map<string, string>();
const chart = {
  id: 'ledger-lag',
  title: 'Ledger lag',
  description: 'How far behind.',
  unit: 'seconds' as const,
  thresholds: [{ value: 60, severity: 'warning' as const, label: 'late' }],
  series: [
    {
      name: 'lag',
      points: [[1, 2.5] as [number, number], [2, null] as [number, null]],
    },
  ],
};
const events: TimelineEvent[] = [3, 2, 1].map(number => ({
  id: String(number),
  at: `2026-01-01T00:00:0${number}.000Z`,
  type: 'HealthChanged',
  tenant: 'acme-01',
  environment: 'devnet',
  message: `event ${number}`,
}));

/** The validation sees values only, and the routes answer with text that was prepared before. */
const answerAsValues: express.RequestHandler = (_, response, next) => {
  const end = response.end.bind(response);
  response.end = ((body?: unknown, ...rest: []) => {
    response.end = end;
    return Buffer.isBuffer(body) && response.statusCode === 200
      ? response.json(JSON.parse(body.toString()))
      : end(body, ...rest);
  }) as typeof response.end;
  next();
};

describe('createRouter', () => {
  const charts = jest.fn();
  const auditor = mockServices.auditor.mock();
  const logger = mockServices.logger.mock();
  const readTimeline = jest.fn<
    Promise<TimelineEvent[]>,
    [ReadTimelineOptions]
  >();
  let server: Server;
  let baseUrl: string;
  let client: TenantsClient;

  beforeAll(async () => {
    const app = express();
    // Every answer of these tests is checked against the specification as well.
    const checked = await createOpenApiRouter({
      middleware: [answerAsValues],
      validatorOptions: { validateRequests: false, validateResponses: true },
    });
    checked.use(await createTestRouter());
    app.use(checked);
    app.use(mockErrorHandler());
    server = await new Promise<Server>(resolve => {
      const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
    });
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    client = new TenantsClient({
      discoveryApi: { getBaseUrl: async () => baseUrl },
      fetchApi: { fetch },
    });
  });

  beforeEach(() => {
    charts.mockReset().mockResolvedValue([chart]);
    readTimeline.mockReset().mockResolvedValue(events);
  });

  afterAll(() => new Promise(resolve => server.close(resolve)));

  async function createTestRouter() {
    const registry = new RegistryView({
      logger: mockServices.logger.mock(),
      reader: {
        url: 'https://forge.example.com/',
        read: async () => ({
          registry: parseRegistry(
            registryFiles(...tenants).map(file =>
              file.path.startsWith('clients/gamma-01/')
                ? { ...file, content: file.content.replace('0.7.4', '0.7.3') }
                : {
                    ...file,
                    content: file.content.replace('1.0.0', '1.1.0'),
                  },
            ),
          ),
          etag: '1',
        }),
      },
    });
    await registry.refresh();
    const view = new TenantsView({
      registry,
      statusOf,
      runbookUrl: () => undefined,
      offeredTemplates: () => noTemplates,
    });
    const catalog = catalogServiceMock({ entities: [] });
    const decisions = {
      tenants: view,
      permissions: testPermissions,
      permissionsRegistry: tenantRules,
    };
    const authorizedChanges = new AuthorizedChanges(decisions);
    return createRouter({
      auditor,
      logger,
      httpAuth: mockServices.httpAuth(),
      permissions: testPermissions,
      registry,
      engine: {
        servers: () => [
          {
            source: 'kubernetes',
            server: 'devnet',
            connected: false,
            message: 'It is down.',
            observedAt: '2026-01-01T00:01:00.000Z',
            answeredAt: '2026-01-01T00:00:00.000Z',
            heardAt: '2026-01-01T00:01:00.000Z',
            affected: ['acme-01/devnet'],
            keys: new Set(['acme-01/devnet']),
            statistics: { requests: 12, watchRestarts: 1, objects: 40 },
          },
        ],
        replicaOf: () => 'replica-1',
      },
      rollouts: new Rollouts({
        store: {} as RolloutStore,
        plan: async () => ({ title: '', waves: [], skipped: [] }),
      }),
      starterOf: async () => ({ ref: '', author: { name: '', email: '' } }),
      tenants: view,
      answers: new TenantAnswers({
        tenants: view,
        confirmedAt: () => undefined,
      }),
      authorizedTenants: new AuthorizedTenants(decisions),
      authorizedChanges,
      timeline: new TimelineReader({
        store: { readTimeline },
        order: { positionsOf: async () => new Map() },
        statusOf: () => undefined,
      }),
      gitOps: { request: jest.fn() },
      metrics: new CachedMetrics({ source: { charts } }),
      previewer: new ChangePreviewer({
        catalog,
        reader: { readTenantFiles: jest.fn() },
        urlReader: mockServices.urlReader.mock(),
        integrations: undefined as never,
        authorizedChanges,
      }),
    });
  }

  /** The same object each time, as from memory. */
  function statusOf(key: string): KeptStatus | undefined {
    return statuses.get(key);
  }

  const as = (user: string) => ({ token: mockCredentials.user.token(user) });
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${baseUrl}${path}`, {
      headers: {
        authorization: mockCredentials.user.header(operator),
        ...headers,
      },
    });
  const list = async (request = {}, user = operator) => {
    const { items } = await client.listTenants(request, as(user));
    return items.map(({ name }) => name);
  };

  describe('the audit log', () => {
    const event = { success: jest.fn(), fail: jest.fn() };
    const ask = async (path: string, user: string) => {
      const response = await get(path, {
        authorization: mockCredentials.user.header(user),
      });
      return { status: response.status, body: await response.text() };
    };

    beforeEach(() => {
      jest.clearAllMocks();
      auditor.createEvent.mockResolvedValue(event);
    });

    it.each([
      ['/v1/tenants/beta-01', engineer],
      ['/v1/tenants/beta-01/environments/devnet', engineer],
      ['/v1/tenants/beta-01/environments/devnet/metrics?range=1h', engineer],
      ['/v1/tenants/beta-01/timeline', stranger],
    ])('has that somebody asked for %s of others', async (path, user) => {
      expect((await ask(path, user)).status).toBe(404);
      expect(auditor.createEvent).toHaveBeenCalledTimes(1);
      expect(auditor.createEvent).toHaveBeenCalledWith({
        eventId: 'access-denied',
        severityLevel: 'medium',
        request: expect.objectContaining({ originalUrl: path }),
        meta: { permission: 'tenant.read', tenant: 'beta-01' },
      });
      expect(event.fail).toHaveBeenCalledWith({
        error: expect.objectContaining({ name: 'NotFoundError' }),
        meta: { outcome: 'refused' },
      });
    });

    it.each([
      ['/v1/clusters', 'tenant.cluster.read'],
      ['/v1/rollouts', 'tenant.rollout'],
      ['/v1/names/new-01', 'tenant.create'],
    ])('has that somebody may not ask for %s', async (path, permission) => {
      expect((await ask(path, engineer)).status).toBe(403);
      expect(auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'access-denied',
          meta: { permission },
        }),
      );
    });

    it('has nothing of what is allowed or does not exist', async () => {
      await ask('/v1/tenants/acme-01', engineer);
      await ask('/v1/tenants/absent-01', engineer);
      await ask('/v1/tenants?limit=0', engineer);
      expect(auditor.createEvent).not.toHaveBeenCalled();
    });

    it('does not tell by failing what exists', async () => {
      auditor.createEvent.mockRejectedValue(new Error('The disk is full.'));
      const other = await ask('/v1/tenants/beta-01', engineer);
      const absent = await ask('/v1/tenants/bett-01', engineer);
      expect(other.status).toBe(404);
      expect(other.body.replaceAll('beta', 'bett')).toBe(absent.body);
      expect(logger.error).toHaveBeenCalledWith(
        'A denial could not be audited.',
        expect.objectContaining({ message: 'The disk is full.' }),
      );
    });

    it('is not told to the caller', async () => {
      const { body } = await ask('/v1/tenants/beta-01', engineer);
      expect(body).not.toContain('tenant.read');
    });
  });

  describe('GET /v1/tenants', () => {
    it('lists the worst first, equals by name', async () => {
      expect(await list()).toEqual([
        'beta-01',
        'zeta-01',
        'gamma-01',
        'acme-01',
      ]);
      expect(await list({ order: 'name' })).toEqual(tenants);
    });

    it('shows and counts only what the caller may see', async () => {
      const all = await client.listTenants({}, as(operator));
      expect(all).toMatchObject({
        totalItems: 4,
        healthCounts: { Degraded: 2, Unknown: 1, Healthy: 1, Missing: 0 },
      });
      const own = await client.listTenants({}, as(engineer));
      expect(own.items.map(({ name }) => name)).toEqual(['acme-01']);
      expect(own).toMatchObject({
        totalItems: 1,
        healthCounts: { Degraded: 0, Unknown: 0, Healthy: 1 },
      });
      expect(await list({}, stranger)).toEqual([]);
    });

    it('filters, and counts healths regardless of the health that is asked for', async () => {
      expect(await list({ health: ['Unknown'] })).toEqual(['gamma-01']);
      expect(await list({ health: ['Unknown', 'Healthy'] })).toHaveLength(2);
      expect(await list({ environment: 'mainnet' })).toEqual([]);
      expect(await list({ cluster: 'devnet', q: 'zeta' })).toEqual(['zeta-01']);
      const { totalItems, healthCounts } = await client.listTenants(
        { health: ['Unknown'] },
        as(operator),
      );
      expect({ totalItems, degraded: healthCounts.Degraded }).toEqual({
        totalItems: 1,
        degraded: 2,
      });
    });

    it('filters by owner, and by what is behind', async () => {
      expect(await list({ owner: 'group:default/beta-01' })).toEqual([
        'beta-01',
      ]);
      expect(await list({ behind: true })).toEqual(['gamma-01']);
      expect(await list({ behind: false })).toHaveLength(3);
      const { items } = await client.listTenants(
        { behind: true },
        as(operator),
      );
      expect(items[0].environments[0]).toMatchObject({
        versions: { splice: '0.7.3' },
        templateVersion: '1.0.0',
        behind: ['splice', 'template'],
      });
    });

    it('answers about tenants by name, and leaves out what is not to be seen', async () => {
      const names = ['acme-01', 'zeta-01', 'absent-01'];
      expect(await list({ names })).toEqual(['zeta-01', 'acme-01']);
      expect(await list({ names }, engineer)).toEqual(['acme-01']);
      expect(await list({ names: ['absent-01'] })).toEqual([]);
    });

    it.each([
      ['name', 'BETA-01'],
      ['title', 'the beta-01 company'],
      ['host name', 'wallet.beta-01.devnet.example.com'],
      ['namespace', 'beta-01-devnet'],
      ['party hint', 'beta_01-validator-1'],
      ['words in any order', 'company beta'],
    ])('finds a tenant by %s', async (_, q) => {
      expect(await list({ q })).toEqual(['beta-01']);
    });

    it('does not find by words what the caller may not see', async () => {
      expect(await list({ q: 'beta' }, engineer)).toEqual([]);
    });

    it('goes through all pages', async () => {
      const names: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await client.listTenants(
          { limit: 3, cursor },
          as(operator),
        );
        names.push(...page.items.map(({ name }) => name));
        cursor = page.nextCursor;
      } while (cursor);
      expect(names).toEqual(['beta-01', 'zeta-01', 'gamma-01', 'acme-01']);
    });

    it.each([
      ['limit=0', /limit/],
      ['limit=201', /limit/],
      ['limit=many', /limit/],
      ['health=Fine', /health/],
      ['order=size', /order/],
      ['cursor=bm9uc2Vuc2U', /cursor/],
      [`q=${'x'.repeat(201)}`, /q/],
      ['colour=red', /colour/],
      [Array(101).fill('names=acme-01').join('&'), /names/],
    ])('refuses %s and names it', async (query, message) => {
      const response = await get(`/v1/tenants?${query}`);
      expect(response.status).toBe(400);
      const body = await response.json();
      expect(body.error).toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(message),
      });
    });

    it('answers 304 while nothing has changed', async () => {
      const first = await get('/v1/tenants');
      const etag = first.headers.get('etag')!;
      expect(first.headers.get('cache-control')).toBe('no-store');
      const second = await get('/v1/tenants', { 'if-none-match': etag });
      expect(second.status).toBe(304);
      expect(await second.text()).toBe('');

      const before = statuses.get('acme-01/devnet')!;
      statuses.set('acme-01/devnet', { ...before, health: 'Progressing' });
      const third = await get('/v1/tenants', { 'if-none-match': etag });
      statuses.set('acme-01/devnet', before);
      expect(third.status).toBe(200);
    });
  });

  describe('one tenant', () => {
    it('is answered with its environments', async () => {
      expect(await client.getTenant('acme-01', as(engineer))).toMatchObject({
        name: 'acme-01',
        owner: 'group:default/acme-01',
        environments: [{ environment: 'devnet' }],
      });
      expect(
        await client.getTenantEnvironment('acme-01', 'devnet', as(engineer)),
      ).toMatchObject({ tenant: 'acme-01', environment: 'devnet' });
    });

    it('is answered with one of its environments in full', async () => {
      expect(
        await client.getTenantInFull('acme-01', undefined, as(engineer)),
      ).toMatchObject({
        environments: [{ environment: 'devnet' }],
        details: { environment: 'devnet', facts: {} },
      });
      expect(
        await client.getTenant('acme-01', as(engineer)),
      ).not.toHaveProperty('details');
    });

    const asks: [string, (name: string) => Promise<unknown>][] = [
      ['getTenant', name => client.getTenant(name, as(engineer))],
      [
        'getTenantInFull',
        name => client.getTenantInFull(name, 'devnet', as(engineer)),
      ],
      [
        'getTenantEnvironment',
        name => client.getTenantEnvironment(name, 'devnet', as(engineer)),
      ],
      [
        'getMetrics',
        name => client.getMetrics(name, 'devnet', '1h', as(engineer)),
      ],
      ['getTimeline', name => client.getTimeline(name, {}, as(engineer))],
    ];
    it.each(asks)(
      '%s answers the same for what is not there and what is not shown',
      async (_, ask) => {
        const refusal = (name: string) =>
          ask(name).then(
            () => 'shown',
            (error: ResponseError) => [
              error.response.status,
              error.cause.message.replace(name, '<name>'),
            ],
          );
        const hidden = await refusal('beta-01');
        expect(hidden).toEqual([404, 'There is no tenant "<name>".']);
        expect(await refusal('absent-01')).toEqual(hidden);
        expect(charts).not.toHaveBeenCalled();
        expect(readTimeline).not.toHaveBeenCalled();
      },
    );

    it('says that a tenant is not in an environment', async () => {
      await expect(
        client.getTenantEnvironment('acme-01', 'mainnet', as(engineer)),
      ).rejects.toMatchObject({ statusCode: 404 });
      await expect(
        client.getMetrics('acme-01', 'mainnet', '1h', as(engineer)),
      ).rejects.toMatchObject({ statusCode: 404 });
    });
  });

  describe('metrics', () => {
    it('are asked for by the binding of the registry', async () => {
      expect(
        await client.getMetrics('acme-01', 'devnet', '6h', as(engineer)),
      ).toEqual({ range: '6h', charts: [chart] });
      expect(charts).toHaveBeenCalledWith(
        expect.objectContaining({
          binding: expect.objectContaining({ namespace: 'acme-01-devnet' }),
        }),
      );
    });

    it('refuse a range that is not in the catalogue', async () => {
      const path = '/v1/tenants/acme-01/environments/devnet/metrics';
      expect((await get(`${path}?range=30d`)).status).toBe(400);
      expect((await get(path)).status).toBe(400);
    });
  });

  describe('timeline', () => {
    it('comes in pages', async () => {
      const first = await client.getTimeline(
        'acme-01',
        { limit: 2, since: '2026-01-01T00:00:00Z' },
        as(engineer),
      );
      expect(first.items).toEqual(events.slice(0, 2));
      expect(readTimeline).toHaveBeenNthCalledWith(1, {
        tenant: 'acme-01',
        since: '2026-01-01T00:00:00.000Z',
        limit: 3,
      });
      readTimeline.mockResolvedValue(events.slice(2));
      const second = await client.getTimeline(
        'acme-01',
        { limit: 2, cursor: first.nextCursor },
        as(engineer),
      );
      expect(readTimeline).toHaveBeenNthCalledWith(
        3,
        expect.objectContaining({
          after: { at: '2026-01-01T00:00:02.000Z', id: '2' },
        }),
      );
      expect(second).toEqual({ items: events.slice(2), changes: [] });
    });

    it('is narrowed down to kinds and an environment', async () => {
      await client.getTimeline(
        'acme-01',
        { type: ['AlertFired', 'AlertResolved'], environment: 'devnet' },
        as(engineer),
      );
      expect(readTimeline).toHaveBeenNthCalledWith(
        1,
        expect.objectContaining({
          tenant: 'acme-01',
          types: ['AlertFired', 'AlertResolved'],
          environment: 'devnet',
        }),
      );
    });

    it('answers what followed from the changes in it', async () => {
      const change = {
        number: 7,
        url: 'https://git.example.com/pulls/7',
        title: 'Let the office in',
        author: 'olga',
      };
      const opened = { ...events[0], type: 'ChangeOpened' as const, change };
      readTimeline.mockResolvedValue([opened]);
      const { changes } = await client.getTimeline('acme-01', {}, as(engineer));
      expect(changes).toEqual([
        {
          change,
          openedAt: opened.at,
          environments: [{ environment: 'devnet', stage: 'Proposed' }],
          events: [opened.id],
        },
      ]);
    });

    it.each([
      'type=Everything',
      'environment=../devnet',
      'since=yesterday',
      'since=2026-13-01T00:00:00Z',
      'cursor=xx',
      `cursor=${encodeCursor(['\0', '1'])}`,
      `cursor=${encodeCursor(['2026-01-01T00:00:00.000Z', '1 or 1'])}`,
    ])('refuses %s', async query => {
      const response = await get(`/v1/tenants/acme-01/timeline?${query}`);
      expect(response.status).toBe(400);
    });
  });

  describe('platform', () => {
    it('tells operators about clusters and the registry', async () => {
      const { items, registry } = await client.listClusters({}, as(operator));
      expect(items).toEqual([
        {
          name: 'devnet',
          role: 'environment',
          environments: ['devnet'],
          connectivity: 'Disconnected',
          message: 'It is down.',
          observedAt: '2026-01-01T00:00:00.000Z',
          tenantEnvironments: 4,
          tenants: 4,
          sources: [
            {
              source: 'kubernetes',
              server: 'devnet',
              connected: false,
              message: 'It is down.',
              observedAt: '2026-01-01T00:00:00.000Z',
              replica: 'replica-1',
              requests: 12,
              watchRestarts: 1,
              objects: 40,
              tenantEnvironments: 1,
            },
          ],
        },
        {
          name: 'hub',
          role: 'hub',
          environments: [],
          connectivity: 'Unknown',
          tenantEnvironments: 0,
          tenants: 0,
          sources: [],
        },
      ]);
      expect(registry).toMatchObject({ stale: false, findings: [] });
    });

    it('pages the clusters, and tells of the rest with the first page only', async () => {
      const first = await client.listClusters({ limit: 1 }, as(operator));
      expect(first).toMatchObject({
        items: [{ name: 'devnet' }],
        totalItems: 2,
        servers: [],
      });
      const second = await client.listClusters(
        { limit: 1, cursor: first.nextCursor },
        as(operator),
      );
      expect(second).toMatchObject({ items: [{ name: 'hub' }] });
      expect(second).not.toHaveProperty('nextCursor');
      expect(second).not.toHaveProperty('registry');
    });

    it('tells the forms about environments', async () => {
      expect(await client.listEnvironments(as(operator))).toEqual({
        items: [
          {
            name: 'devnet',
            title: 'DevNet',
            order: 1,
            version: '0.7.4',
            allowList: {
              minimumPrefixLength: { ipv4: 16, ipv6: 32 },
              maximumEntries: 50,
            },
          },
        ],
      });
    });

    it('says that a name can be had', async () => {
      expect(await client.checkName('new-01', as(operator))).toEqual({
        name: 'new-01',
        available: true,
      });
    });

    it.each([
      ['acme-01', /taken/],
      ['devnet', /reserved/],
      ['New_01', /lower-case/],
    ])('says why %s cannot be had', async (name, message) => {
      expect(await client.checkName(name, as(operator))).toEqual({
        name,
        available: false,
        message: expect.stringMatching(message),
      });
    });

    it.each([
      ['listClusters', () => client.listClusters({}, as(engineer))],
      ['listEnvironments', () => client.listEnvironments(as(engineer))],
      ['checkName', () => client.checkName('new-01', as(engineer))],
      [
        'previewChange',
        () =>
          client.previewChange(
            { templateRef: 'template:default/x', values: {} },
            as(engineer),
          ),
      ],
    ])('refuses %s without the permission', async (_, ask) => {
      await expect(ask()).rejects.toMatchObject({ statusCode: 403 });
    });
  });

  describe('preview', () => {
    it.each([
      ['template:default/absent', 404],
      ['component:default/x', 400],
      ['https://evil.example.com/template.yaml', 400],
    ])('answers %s with %s', async (templateRef, statusCode) => {
      await expect(
        client.previewChange({ templateRef, values: {} }, as(operator)),
      ).rejects.toMatchObject({ statusCode });
    });

    it('refuses bodies of another form, or too long', async () => {
      const post = (body: string) =>
        fetch(`${baseUrl}/v1/changes/preview`, {
          method: 'POST',
          body,
          headers: {
            authorization: mockCredentials.user.header(operator),
            'content-type': 'application/json',
          },
        });
      const extra = { templateRef: 'template:default/x', values: {}, url: 'x' };
      expect((await post(JSON.stringify(extra))).status).toBe(400);
      expect((await post('{"values":')).status).toBe(400);
      const values = { text: 'x'.repeat(300_000) };
      const long = JSON.stringify({ templateRef: 'template:x', values });
      expect((await post(long)).status).toBe(413);
    });
  });

  it('serves its specification', async () => {
    const response = await get('/openapi.json');
    expect(Object.keys((await response.json()).paths)).toContain(
      '/v1/tenants/{tenant}/timeline',
    );
  });
});
