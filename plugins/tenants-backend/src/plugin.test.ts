import {
  createBackendModule,
  createServiceFactory,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  isDescriptorPath,
  RepositoryFile,
  StatusSink,
  StatusSource,
  tenantsSourcesExtensionPoint,
} from '@tenantry/plugin-tenants-node';
import request from 'supertest';
import {
  engineer,
  operator,
  registryFiles,
  stranger,
  testPermissions,
} from './__testUtils__';
import { tenantsPlugin } from './plugin';

jest.setTimeout(30_000);

/** A forge whose repository a test can change. */
class FakeForge {
  files: RepositoryFile[] = [];
  #version = 0;

  set(files: RepositoryFile[]): void {
    this.files = files;
    this.#version++;
  }

  readonly readTree: UrlReaderService['readTree'] = async (_, options) => {
    const etag = String(this.#version);
    if (options?.etag === etag) {
      throw new NotModifiedError();
    }
    const files = this.files.filter(({ path }) => isDescriptorPath(path));
    return {
      etag,
      files: async () =>
        files.map(({ path, content }) => ({
          path,
          content: async () => Buffer.from(content),
        })),
      archive: () => Promise.reject(new Error('not needed')),
      dir: () => Promise.reject(new Error('not needed')),
    };
  };
}

describe('tenantsPlugin', () => {
  const forge = new FakeForge();
  const events = mockServices.events();
  const signals = jest.fn();
  let sink: StatusSink;
  let stopped: boolean;
  let backend: TestBackend;

  beforeAll(async () => {
    forge.set(registryFiles('acme-01', 'globex-01'));
    await events.subscribe({
      id: 'test',
      topics: ['signals'],
      onEvent: async ({ eventPayload }) => signals(eventPayload),
    });
    backend = await start();
  });

  afterAll(() => backend.stop());

  function start() {
    const working: StatusSource = {
      id: 'working',
      async run(options) {
        sink = options.sink;
        await new Promise(resolve => {
          options.signal.addEventListener('abort', resolve);
        });
        stopped = true;
      },
    };
    const broken: StatusSource = {
      id: 'broken',
      run: () => Promise.reject(new Error('bug')),
    };
    return startTestBackend({
      features: [
        tenantsPlugin,
        sourcesModule(working, broken),
        catalogServiceMock.factory(),
        mockServices.urlReader.mock({ readTree: forge.readTree }).factory,
        mockServices.permissions.mock(testPermissions).factory,
        mockServices.httpAuth.factory({
          defaultCredentials: mockCredentials.none(),
        }),
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => events,
        }),
        mockServices.rootConfig.factory({
          data: {
            tenants: {
              registry: { url: 'https://forge.example.com/repo' },
              rateLimits: { preview: { limit: 1 } },
            },
          },
        }),
      ],
    });
  }

  function sourcesModule(...sources: StatusSource[]) {
    return createBackendModule({
      pluginId: 'tenants',
      moduleId: 'test-sources',
      register(env) {
        env.registerInit({
          deps: { target: tenantsSourcesExtensionPoint },
          init: async ({ target }) =>
            sources.forEach(source => target.addStatusSource(source)),
        });
      },
    });
  }

  const get = (path: string, user?: string) => {
    const asked = request(backend.server).get(`/api/tenants${path}`);
    return user
      ? asked.set('Authorization', mockCredentials.user.header(user))
      : asked;
  };
  const names = async (user: string) =>
    (await get('/v1/tenants', user)).body.items?.map(
      ({ name }: { name: string }) => name,
    );

  async function eventually(expectation: () => Promise<void>) {
    const deadline = Date.now() + 10_000;
    for (;;) {
      try {
        await expectation();
        return;
      } catch (error) {
        if (Date.now() > deadline) {
          throw error;
        }
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    }
  }

  it('answers nobody', async () => {
    for (const path of [
      '/v1/tenants',
      '/v1/tenants/acme-01',
      '/v1/clusters',
      '/v1/names/new-01',
    ]) {
      expect((await get(path)).status).toBe(401);
    }
  });

  it('shows each caller its own', async () => {
    await eventually(async () =>
      expect(await names(operator)).toEqual(['acme-01', 'globex-01']),
    );
    expect(await names(engineer)).toEqual(['acme-01']);
    expect(await names(stranger)).toEqual([]);
    expect((await get('/v1/tenants/globex-01', engineer)).status).toBe(404);
    expect((await get('/v1/clusters', engineer)).status).toBe(403);
    expect((await get('/v1/clusters', operator)).status).toBe(200);
  });

  it('lets the permission system decide about tenants by their owner', async () => {
    const response = await request(backend.server)
      .post('/api/tenants/.well-known/backstage/permissions/apply-conditions')
      .set('Authorization', mockCredentials.service.header())
      .send({
        items: ['acme-01', 'globex-01', 'absent-01'].map(name => ({
          id: name,
          resourceRef: name,
          resourceType: 'tenant',
          conditions: {
            rule: 'IS_OWNER',
            resourceType: 'tenant',
            params: { owners: ['group:default/acme-01'] },
          },
        })),
      });
    expect(response.body.items).toEqual([
      { id: 'acme-01', result: 'ALLOW' },
      { id: 'globex-01', result: 'DENY' },
      { id: 'absent-01', result: 'DENY' },
    ]);
  });

  it('serves what a source reports, whatever another one does', async () => {
    sink.report({
      tenant: 'acme-01',
      environment: 'devnet',
      observedAt: new Date().toISOString(),
      checks: [
        {
          id: 'deployment/participant',
          object: 'Deployment/participant',
          health: 'Degraded',
          reason: 'CrashLoopBackOff',
          message: 'It keeps exiting.',
        },
      ],
    });
    await eventually(async () => {
      const { body } = await get('/v1/tenants/acme-01', engineer);
      expect(body).toMatchObject({
        health: 'Degraded',
        reason: 'CrashLoopBackOff',
        message: 'devnet: Participant: It keeps exiting.',
      });
    });
    const { body } = await get('/v1/tenants/acme-01/timeline', engineer);
    expect(body.items[0]).toMatchObject({
      type: 'HealthChanged',
      health: 'Degraded',
    });
  });

  it('reads the registry at once when the forge announces a push', async () => {
    forge.set(registryFiles('acme-01', 'globex-01', 'initech-01'));
    await events.publish({ topic: 'gitea', eventPayload: {} });
    await eventually(async () =>
      expect(await names(operator)).toContain('initech-01'),
    );
  });

  it('limits how often a user may ask for what is expensive', async () => {
    const preview = async () => {
      const response = await request(backend.server)
        .post('/api/tenants/v1/changes/preview')
        .set('Authorization', mockCredentials.user.header(stranger))
        .send({ templateRef: 'template:default/absent', values: {} });
      return response.status;
    };
    expect(await preview()).toBe(403);
    expect(await preview()).toBe(429);
  });

  it('tells pages that something changed, and not what', () => {
    expect(signals).toHaveBeenCalledWith({
      recipients: { type: 'broadcast' },
      channel: 'tenants',
      message: { type: 'tenants-changed' },
    });
    expect(JSON.stringify(signals.mock.calls)).not.toContain('acme');
  });

  it('ends its sources when the backend stops', async () => {
    const other = await start();
    stopped = false;
    await other.stop();
    expect(stopped).toBe(true);
  });
});
