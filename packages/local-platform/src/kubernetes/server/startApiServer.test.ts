import { ApiClient } from '../__testUtils__/ApiClient';
import { deployment } from '../__testUtils__/objects';
import {
  startTestServer,
  TestServer,
  viewerToken,
} from '../__testUtils__/startTestServer';
import { maxBodyBytes } from './body';

const core = '/api/v1/namespaces/acme-01-devnet';
const deployments = '/apis/apps/v1/namespaces/acme-01-devnet/deployments';
const applications =
  '/apis/argoproj.io/v1alpha1/namespaces/acme-01-devnet/applications';

const configMap = (name: string, more: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, ...more },
});

let server: TestServer;
let client: ApiClient;

beforeEach(async () => {
  server = await startTestServer();
  client = new ApiClient(server);
});

afterEach(() => server.close());

const post = (path: string, body: unknown, headers?: Record<string, string>) =>
  client.send(path, { method: 'POST', body, headers });

const patch = (path: string, type: string, body: unknown) =>
  client.send(path, {
    method: 'PATCH',
    body,
    headers: { 'content-type': `application/${type}` },
  });

describe('access', () => {
  it('needs a token for everything but the health of the server', async () => {
    for (const token of ['', 'token-of-nobody']) {
      const answer = await client.send('/api/v1/pods', { token });
      expect(answer).toMatchObject({
        status: 401,
        body: { kind: 'Status', status: 'Failure', reason: 'Unauthorized' },
      });
    }
    expect((await client.send('/version', { token: '' })).status).toBe(401);
    expect(await client.send('/readyz', { token: '' })).toMatchObject({
      status: 200,
      body: 'ok',
    });
  });

  it('lets a viewer read, but neither write nor read Secrets and ConfigMaps', async () => {
    const token = viewerToken;
    const statusOf = async (path: string, method?: string) =>
      (await client.send(path, { token, method })).status;
    expect(await statusOf('/api/v1/pods')).toBe(200);
    expect(await statusOf('/api/v1/secrets')).toBe(403);
    expect(await statusOf('/api/v1/configmaps?watch=true')).toBe(403);
    expect(await statusOf(`${core}/secrets/a`)).toBe(403);
    expect(await statusOf(`${core}/pods/a`, 'DELETE')).toBe(403);
    expect(await statusOf(`${core}/pods`, 'DELETE')).toBe(403);
    expect(await statusOf(`${deployments}/a/scale`, 'PUT')).toBe(403);
    expect(
      await client.send(`${core}/pods`, { token, method: 'POST' }),
    ).toMatchObject({
      status: 403,
      body: {
        reason: 'Forbidden',
        message:
          'pods is forbidden: User "portal" cannot create resource "pods" in API group "" in the namespace "acme-01-devnet"',
      },
    });
  });

  it('lets a token do what a rule says, in its namespace, and nothing else', async () => {
    await server.close();
    const token = 'token-with-a-rule';
    server = await startTestServer({
      tokens: [
        {
          token,
          user: 'portal',
          groups: [],
          roles: () => [
            {
              rules: [
                { apiGroups: ['*'], resources: ['services'], verbs: ['get'] },
              ],
            },
            {
              rules: [
                {
                  apiGroups: ['apps'],
                  resources: ['deployments'],
                  verbs: ['patch'],
                },
              ],
              namespace: 'acme-01-devnet',
            },
          ],
        },
      ],
    });
    client = new ApiClient(server);
    server.store.create(deployment('a'));
    const statusOf = async (method: string, path: string) =>
      (
        await client.send(path, {
          token,
          method,
          body: {},
          headers: { 'content-type': 'application/merge-patch+json' },
        })
      ).status;
    expect(await statusOf('PATCH', `${deployments}/a`)).toBe(200);
    expect(await statusOf('PATCH', `${deployments}/a/status`)).toBe(403);
    expect(await statusOf('PUT', `${deployments}/a`)).toBe(403);
    expect(await statusOf('DELETE', `${deployments}/a`)).toBe(403);
    expect(await statusOf('PATCH', `${core}/services/a`)).toBe(403);
    expect(await statusOf('GET', `${core}/services/a`)).toBe(404);
    const elsewhere = deployments.replace('acme-01', 'globex-02');
    expect(await statusOf('PATCH', `${elsewhere}/a`)).toBe(403);
  });

  it('logs no token', async () => {
    await client.send('/api/v1/pods', { token: 'token-of-nobody' });
    jest.spyOn(server.store, 'view').mockImplementation(() => {
      throw new Error('broken');
    });
    const { status, body } = await client.send('/api/v1/pods');
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('broken');
    const logged = JSON.stringify(server.logger.error.mock.calls);
    expect(logged).toContain('broken');
    expect(logged).not.toContain('token');
  });
});

describe('discovery', () => {
  it('lists groups, versions and resources', async () => {
    const groups = await client.send('/apis');
    expect(groups.body.groups).toContainEqual({
      name: 'apps',
      versions: [{ groupVersion: 'apps/v1', version: 'v1' }],
      preferredVersion: { groupVersion: 'apps/v1', version: 'v1' },
    });
    expect((await client.send('/apis/apps')).body.kind).toBe('APIGroup');
    const { body } = await client.send('/apis/apps/v1');
    expect(body.resources).toContainEqual({
      name: 'deployments/scale',
      singularName: '',
      namespaced: true,
      group: 'autoscaling',
      version: 'v1',
      kind: 'Scale',
      verbs: ['get', 'patch', 'update'],
    });
  });

  it('gives everything in one document to those who ask', async () => {
    const accept =
      'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json';
    const { body, headers } = await client.send('/apis', {
      headers: { accept },
    });
    expect(headers['content-type']).toContain('as=APIGroupDiscoveryList');
    expect(body.items[0]).toMatchObject({
      metadata: { name: 'apps' },
      versions: [{ version: 'v1', freshness: 'Current' }],
    });
  });

  it('lists a definition for each custom kind', async () => {
    const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
    const { body } = await client.send(`${path}/applications.argoproj.io`);
    expect(body.spec.versions[0].additionalPrinterColumns).toContainEqual({
      name: 'Health Status',
      type: 'string',
      jsonPath: '.status.health.status',
    });
    expect((await post(path, body)).status).toBe(405);
  });

  it.each([
    '/',
    '/apis/nobody.example.com',
    '/apis/apps/v2/deployments',
    '/api/v1/unicorns',
    '/openapi/v3/apis/apps/v2',
    `${core}/pods/a/exec`,
    `${core}/nodes/a`,
    `${core}/pods/%zz`,
  ])('finds nothing at %s', async path => {
    expect((await client.send(path)).body).toMatchObject({
      kind: 'Status',
      code: 404,
      reason: 'NotFound',
    });
  });

  it('refuses methods that a path does not have', async () => {
    expect((await post('/version', {})).status).toBe(405);
    expect((await post('/api/v1/configmaps', {})).status).toBe(405);
    expect((await post(`${core}/configmaps/a`, {})).status).toBe(405);
    expect((await post(`${core}/pods/a/log`, {})).status).toBe(405);
    expect(
      await client.send(`${core}/pods/a/log`, { method: 'PUT' }),
    ).toMatchObject({ status: 405, body: { reason: 'MethodNotAllowed' } });
  });
});

describe('lists', () => {
  beforeEach(() => {
    for (const name of ['a', 'b', 'c', 'd']) {
      server.store.create({
        ...configMap(name, { namespace: 'acme-01-devnet' }),
      });
    }
  });

  it('come in pages of one version', async () => {
    const first = await client.send(`${core}/configmaps?limit=2`);
    const { metadata } = first.body;
    expect(metadata.remainingItemCount).toBe(2);
    server.store.create(configMap('aa', { namespace: 'acme-01-devnet' }));
    const second = await client.send(
      `${core}/configmaps?limit=2&continue=${metadata.continue}`,
    );
    const names = [...first.body.items, ...second.body.items].map(
      (item: any) => item.metadata.name,
    );
    expect(names).toEqual(['a', 'b', 'c', 'd']);
    expect(second.body.metadata).toEqual({
      resourceVersion: metadata.resourceVersion,
    });
  });

  it.each([
    'limit=-1',
    'limit=many',
    'continue=nonsense',
    'labelSelector=a=b=c',
    'fieldSelector=spec.replicas=1',
    'includeObject=All',
    'watch=true&timeoutSeconds=soon',
  ])('refuse %s', async query => {
    const { status, body } = await client.send(`${core}/configmaps?${query}`);
    expect([status, body.reason]).toEqual([400, 'BadRequest']);
  });

  it('come as a table, as metadata or not at all', async () => {
    const as = (accept: string) =>
      client.send(`${core}/configmaps?limit=1`, { headers: { accept } });
    const table = await as('application/json;as=Table;v=v1;g=meta.k8s.io');
    expect(table.body).toMatchObject({
      kind: 'Table',
      rows: [
        {
          cells: ['a', 0, expect.any(String)],
          object: { kind: 'PartialObjectMetadata', metadata: { name: 'a' } },
        },
      ],
    });
    const metadata = await as(
      'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io',
    );
    expect(metadata.body).toMatchObject({
      kind: 'PartialObjectMetadataList',
      items: [{ kind: 'PartialObjectMetadata' }],
    });
    expect((await as('text/html')).status).toBe(406);
  });
});

describe('writes', () => {
  it('create, replace and delete an object', async () => {
    const created = await post(`${core}/configmaps`, configMap('settings'));
    expect(created.status).toBe(201);
    const path = `${core}/configmaps/settings`;
    const changed = { ...created.body, data: { size: 'small' } };
    const put = () => client.send(path, { method: 'PUT', body: changed });
    expect((await put()).body.data).toEqual({ size: 'small' });
    expect(await put()).toMatchObject({
      status: 409,
      body: { reason: 'Conflict' },
    });
    expect(await client.send(path, { method: 'DELETE' })).toMatchObject({
      status: 200,
      body: { status: 'Success', details: { uid: created.body.metadata.uid } },
    });
    expect((await client.send(path)).status).toBe(404);
    expect((await put()).status).toBe(404);
  });

  it('make up a name from generateName', async () => {
    const { body } = await post(`${core}/configmaps`, {
      metadata: { generateName: 'run-' },
    });
    expect(body.metadata.name).toMatch(/^run-[a-z0-9]{5}$/);
  });

  it('refuse a second object of the same name', async () => {
    await post(`${core}/configmaps`, configMap('settings'));
    expect(
      await post(`${core}/configmaps`, configMap('settings')),
    ).toMatchObject({ status: 409, body: { reason: 'AlreadyExists' } });
  });

  it('refuse a namespace that does not exist', async () => {
    const { status, body } = await post(
      '/api/v1/namespaces/nobody/configmaps',
      configMap('settings'),
    );
    expect([status, body.message]).toEqual([
      404,
      'namespaces "nobody" not found',
    ]);
  });

  it.each([
    ['another kind', { apiVersion: 'v1', kind: 'Pod', metadata: {} }, 400],
    ['another version', { ...configMap('a'), apiVersion: 'v2' }, 400],
    ['another namespace', configMap('a', { namespace: 'default' }), 400],
    ['no name', configMap(''), 422],
    ['a bad name', configMap('Not_A_Name'), 422],
    ['a name that is too long', configMap('a'.repeat(254)), 422],
    ['labels that are no texts', configMap('a', { labels: { a: 1 } }), 400],
    ['a list', [], 400],
    ['nonsense', '{"kind":', 400],
    ['a field that reaches prototypes', '{"__proto__": {"a": 1}}', 400],
  ])('refuse an object with %s', async (_, body, status) => {
    expect(await post(`${core}/configmaps`, body)).toMatchObject({
      status,
      body: { kind: 'Status', status: 'Failure' },
    });
  });

  it('refuse what is too large or of an unknown type', async () => {
    const large = configMap('a', {
      annotations: { a: 'x'.repeat(maxBodyBytes) },
    });
    expect((await post(`${core}/configmaps`, large)).status).toBe(413);
    const typed = await post(`${core}/configmaps`, 'a', {
      'content-type': 'text/plain',
    });
    expect(typed).toMatchObject({
      status: 415,
      body: { reason: 'UnsupportedMediaType' },
    });
  });

  it('store nothing on a dry run', async () => {
    const dryRun = await post(
      `${core}/configmaps?dryRun=All`,
      configMap('settings'),
    );
    expect(dryRun.status).toBe(201);
    expect((await client.send(`${core}/configmaps/settings`)).status).toBe(404);
    await post(`${core}/configmaps`, configMap('settings'));
    const path = `${core}/configmaps/settings`;
    await client.send(`${path}?dryRun=All`, { method: 'DELETE' });
    expect((await client.send(path)).status).toBe(200);
    const wrong = `${core}/configmaps?dryRun=Some`;
    expect((await post(wrong, configMap('a'))).status).toBe(400);
  });

  it('delete what selectors choose', async () => {
    for (const name of ['a', 'b']) {
      await post(`${core}/configmaps`, configMap(name, { labels: { name } }));
    }
    await client.send(`${core}/configmaps?labelSelector=name=a`, {
      method: 'DELETE',
    });
    const { body } = await client.send(`${core}/configmaps`);
    expect(body.items.map((item: any) => item.metadata.name)).toEqual(['b']);
  });

  it('respect the preconditions of a deletion', async () => {
    await post(`${core}/configmaps`, configMap('settings'));
    const answer = await client.send(`${core}/configmaps/settings`, {
      method: 'DELETE',
      body: { preconditions: { uid: 'another' } },
    });
    expect(answer).toMatchObject({ status: 409, body: { reason: 'Conflict' } });
  });

  it('confirm a deletion even when a controller makes a new one at once', async () => {
    await post(`${core}/configmaps`, configMap('settings'));
    server.store.watch(({ type, object }) => {
      if (type === 'DELETED') {
        server.store.create(object);
      }
    });
    const path = `${core}/configmaps/settings`;
    const { body } = await client.send(path, { method: 'DELETE' });
    expect(body).toMatchObject({ kind: 'Status', status: 'Success' });
    expect((await client.send(path)).status).toBe(200);
  });

  it('answer with the object while a finalizer holds it', async () => {
    const finalizers = ['tenantry.dev/hold'];
    await post(`${core}/configmaps`, configMap('held', { finalizers }));
    const path = `${core}/configmaps/held`;
    const { body } = await client.send(path, { method: 'DELETE' });
    expect(body.metadata.deletionTimestamp).toBeDefined();
    await patch(path, 'merge-patch+json', { metadata: { finalizers: null } });
    expect((await client.send(path)).status).toBe(404);
  });
});

describe('patches', () => {
  beforeEach(() => post(deployments, deployment('wallet')));

  const path = `${deployments}/wallet`;
  const imagesOf = (body: any) =>
    body.spec.template.spec.containers.map((it: any) => it.image);
  const sidecar = {
    spec: {
      template: {
        spec: { containers: [{ name: 'proxy', image: 'proxy:1' }] },
      },
    },
  };

  it('merge, and replace lists', async () => {
    const { body } = await patch(path, 'merge-patch+json', sidecar);
    expect(imagesOf(body)).toEqual(['proxy:1']);
  });

  it('merge strategically, list by list', async () => {
    const { body } = await patch(path, 'strategic-merge-patch+json', sidecar);
    expect(imagesOf(body)).toEqual(['wallet:1', 'proxy:1']);
    const custom = `${applications}/acme`;
    expect((await patch(custom, 'strategic-merge-patch+json', {})).status).toBe(
      415,
    );
  });

  it('run operations, all or none', async () => {
    const replace = { op: 'replace', path: '/spec/replicas', value: 5 };
    const test = { op: 'test', path: '/spec/paused', value: true };
    const failed = await patch(path, 'json-patch+json', [replace, test]);
    expect(failed.status).toBe(400);
    expect((await client.send(path)).body.spec.replicas).toBe(1);
    const { body } = await patch(path, 'json-patch+json', [replace]);
    expect(body.spec.replicas).toBe(5);
  });

  it('apply, also what does not exist yet, and only with a field manager', async () => {
    const apply = (query: string) =>
      patch(
        `${deployments}/scan${query}`,
        'apply-patch+yaml',
        deployment('scan', 2),
      );
    expect((await apply('')).status).toBe(422);
    expect((await apply('?fieldManager=test')).status).toBe(201);
    expect((await apply('?fieldManager=test')).status).toBe(200);
  });

  it('cannot rename, and cannot overwrite a newer version', async () => {
    const merge = (metadata: object) =>
      patch(path, 'merge-patch+json', { metadata });
    expect((await merge({ name: 'other' })).status).toBe(400);
    expect((await merge({ resourceVersion: '1' })).status).toBe(409);
  });
});

describe('subresources', () => {
  beforeEach(() => post(deployments, deployment('wallet', 2)));

  const path = `${deployments}/wallet`;

  it('keep the status apart from the wish', async () => {
    const { body: current } = await client.send(path);
    const changed = {
      ...current,
      spec: { ...current.spec, replicas: 9 },
      status: { readyReplicas: 1 },
    };
    const put = (url: string) =>
      client.send(url, { method: 'PUT', body: changed });
    expect((await put(`${path}/status`)).body).toMatchObject({
      spec: { replicas: 2 },
      status: { readyReplicas: 1 },
    });
    expect((await put(`${path}/status`)).status).toBe(409);
    const merged = await patch(`${path}/status`, 'merge-patch+json', {
      status: { replicas: 2 },
    });
    expect(merged.body.status).toEqual({ readyReplicas: 1, replicas: 2 });
    const wish = await patch(path, 'merge-patch+json', {
      status: { replicas: 7 },
    });
    expect(wish.body.status).toEqual({ readyReplicas: 1, replicas: 2 });
  });

  it('ignore the status of a new object, but for a kind that has no such subresource', async () => {
    const status = { readyReplicas: 1, sync: {} };
    const created = await post(deployments, {
      ...deployment('scan'),
      status,
    });
    expect(created.body.status).toBeUndefined();
    const application = await post(applications, {
      metadata: { name: 'acme' },
      spec: {},
      status,
    });
    expect(application.body.status).toEqual(status);
    expect((await client.send(`${applications}/acme/status`)).status).toBe(404);
  });

  it('scale', async () => {
    const scale = `${path}/scale`;
    expect((await client.send(scale)).body).toMatchObject({
      kind: 'Scale',
      spec: { replicas: 2 },
      status: { replicas: 0, selector: 'app=wallet' },
    });
    const scaled = await patch(scale, 'merge-patch+json', {
      spec: { replicas: 4 },
    });
    expect(scaled.body.spec).toEqual({ replicas: 4 });
    expect((await client.send(path)).body.spec.replicas).toBe(4);
    const wrong = await patch(scale, 'merge-patch+json', {
      spec: { replicas: -1 },
    });
    expect(wrong).toMatchObject({ status: 422, body: { reason: 'Invalid' } });
  });

  it('need the version of a custom object that is replaced', async () => {
    await post(applications, { metadata: { name: 'acme' }, spec: {} });
    const { status } = await client.send(`${applications}/acme`, {
      method: 'PUT',
      body: { metadata: { name: 'acme' }, spec: {} },
    });
    expect(status).toBe(422);
  });
});

describe('events', () => {
  it('are the same in both groups', async () => {
    await post(`${core}/events`, {
      metadata: { name: 'started' },
      involvedObject: { kind: 'Pod', name: 'participant-0' },
      message: 'Started',
    });
    const newer = '/apis/events.k8s.io/v1/namespaces/acme-01-devnet/events';
    const { body } = await client.send(
      `${newer}?fieldSelector=regarding.name=participant-0`,
    );
    expect(body.items).toEqual([
      expect.objectContaining({
        apiVersion: 'events.k8s.io/v1',
        regarding: { kind: 'Pod', name: 'participant-0' },
        note: 'Started',
      }),
    ]);
    await patch(`${newer}/started`, 'merge-patch+json', { note: 'Stopped' });
    const older = await client.send(`${core}/events/started`);
    expect(older.body.message).toBe('Stopped');
  });
});
