import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  ServiceRef,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  notificationService,
  NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import { Health } from '@tenantry/plugin-tenants-common';
import {
  StatusSink,
  tenantsSourcesExtensionPoint,
} from '@tenantry/plugin-tenants-node';
import { Knex } from 'knex';
import { registryFiles } from '../__testUtils__';
import { tenantsPlugin } from '../plugin';
import { testDatabases } from '../store/__testUtils__';

jest.setTimeout(60_000);

const databases = testDatabases();

const readTree = async () => ({
  etag: '1',
  files: async () =>
    registryFiles('acme-01').map(({ path, content }) => ({
      path,
      content: async () => Buffer.from(content),
    })),
  archive: () => Promise.reject(new Error('not needed')),
  dir: () => Promise.reject(new Error('not needed')),
});

function provide<T>(
  service: ServiceRef<T, 'plugin' | 'root'>,
  implementation: T,
) {
  return createServiceFactory({
    service: service as ServiceRef<T, 'plugin'>,
    deps: {},
    factory: () => implementation,
  });
}

describe.each(databases.supported)('notifications on %s', id => {
  const send = jest.fn<Promise<void>, [NotificationSendOptions]>();
  let knex: Knex;
  let backend: TestBackend;
  let sink: StatusSink | undefined;
  let scheduler: ReturnType<typeof mockServices.scheduler>;

  beforeAll(async () => {
    send.mockResolvedValue(undefined);
    knex = await databases.open(id);
    await start();
  });

  afterAll(() => backend.stop());

  async function start() {
    sink = undefined;
    scheduler = mockServices.scheduler();
    backend = await startTestBackend({
      features: [
        tenantsPlugin,
        sourceModule(),
        catalogServiceMock.factory(),
        mockServices.urlReader.mock({ readTree }).factory,
        provide(coreServices.database, mockServices.database({ knex })),
        provide(coreServices.scheduler, scheduler),
        provide(notificationService, { send }),
        mockServices.rootConfig.factory({
          data: {
            tenants: {
              registry: { url: 'https://forge.example.com/repo' },
              notifications: {
                brokenAfter: { seconds: 0 },
                wellAfter: { seconds: 0 },
              },
            },
          },
        }),
      ],
    });
    await scheduler.triggerTask('tenants-refresh');
    await sourceRuns();
  }

  function sourceModule() {
    return createBackendModule({
      pluginId: 'tenants',
      moduleId: 'test-source',
      register(env) {
        env.registerInit({
          deps: { target: tenantsSourcesExtensionPoint },
          init: async ({ target }) =>
            target.addStatusSource({
              id: 'test',
              async run(options) {
                sink = options.sink;
                await new Promise(resolve => {
                  options.signal.addEventListener('abort', resolve);
                });
              },
            }),
        });
      },
    });
  }

  function report(health: Health) {
    sink!.report({
      tenant: 'acme-01',
      environment: 'devnet',
      observedAt: new Date().toISOString(),
      checks: [{ id: 'pod', object: 'Deployment/participant', health }],
    });
  }

  /** Runs the task until it has told as much, or for as long as it may take to tell too much. */
  async function tellings(count: number, waitMs = 10_000) {
    const deadline = Date.now() + waitMs;
    while (send.mock.calls.length < count && Date.now() < deadline) {
      await scheduler.triggerTask('tenants-notify');
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    const calls = send.mock.calls.map(([{ payload }]) => payload);
    send.mockClear();
    return calls;
  }

  async function sourceRuns() {
    while (!sink) {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  it('tells of a broken tenant once, also after a restart, and of its recovery', async () => {
    report('Degraded');
    const told = await tellings(2);
    expect(told.map(({ severity }) => severity)).toEqual(['high', 'high']);
    await backend.stop();
    await start();
    expect(await tellings(1, 2_000)).toEqual([]);
    report('Healthy');
    const after = await tellings(2);
    expect(after.map(({ title }) => title)).toEqual(
      Array(2).fill(expect.stringContaining('is well again')),
    );
    expect(after[0].scope).toBe(told[0].scope);
  });
});
