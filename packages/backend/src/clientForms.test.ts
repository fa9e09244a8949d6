import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import scaffolderEntityModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import permissionPlugin from '@backstage/plugin-permission-backend';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import {
  Platform,
  portalConfig,
  startPlatform,
} from '@tenantry/local-platform';
import catalogModule from '@tenantry/plugin-catalog-backend-module-tenants';
import permissionModule from '@tenantry/plugin-permission-backend-module-tenants';
import scaffolderModule from '@tenantry/plugin-scaffolder-backend-module-tenants';
import tenantsPlugin from '@tenantry/plugin-tenants-backend';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyTemplates } from './__testUtils__/copyTemplates';
import { signedInUsers } from '@tenantry/test-utils';

jest.setTimeout(120_000);

const groupsOf = {
  'user:default/operator': ['group:default/platform-operators'],
  'user:default/acme': ['group:default/acme-01'],
  'user:default/basalt': ['group:default/basalt-09'],
};
const opened = 'template:default/change-allow-list';
const closed = 'template:default/change-size';
const valuesFor = (client: string) => ({
  client,
  environments: ['devnet'],
  allowList: { devnet: ['192.0.2.0/24'] },
});

const templatePath = (ref: string) =>
  `/catalog/entities/by-name/template/default/${ref.split('/')[1]}`;

describe('a form that is open to clients', () => {
  let directory: string;
  let platform: Platform;
  let backend: TestBackend;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'client-forms-'));
    const templates = await copyTemplates(join(directory, 'templates'));
    platform = await startPlatform({
      dataDirectory: join(directory, 'platform'),
      port: 0,
      portalUrl: 'http://localhost:1',
      logger: mockServices.logger.mock(),
    });
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        scaffolderEntityModel,
        catalogModule,
        permissionPlugin,
        permissionModule,
        scaffolderPlugin,
        scaffolderModule,
        tenantsPlugin,
        ...signedInUsers(groupsOf),
        mockServices.rootConfig.factory({
          data: {
            ...portalConfig(platform.access),
            backend: { baseUrl: 'http://localhost' },
            permission: { enabled: true },
            events: { useEventBus: 'never' },
            catalog: {
              locations: [
                {
                  type: 'file',
                  target: `${templates}/*/template.yaml`,
                  rules: [{ allow: ['Template'] }],
                },
              ],
            },
          },
        }),
      ],
    });
    await available('operator', templatePath(opened));
    await available('acme', '/tenants/v1/tenants/acme-01');
  });

  afterAll(async () => {
    await backend.stop();
    await platform.close();
    await rm(directory, { recursive: true });
  });

  function ask(user: string, path: string, body?: object): Promise<Response> {
    return fetch(`http://localhost:${backend.server.port()}/api${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        'Content-Type': 'application/json',
        Authorization: mockCredentials.user.header(`user:default/${user}`),
      },
      body: body && JSON.stringify(body),
    });
  }

  async function available(user: string, path: string): Promise<void> {
    for (let attempt = 0; attempt < 300; attempt += 1) {
      if ((await ask(user, path)).status === 200) {
        return;
      }
      await sleep(200);
    }
    throw new Error(`${path} does not become available to ${user}.`);
  }

  async function run(user: string, client: string) {
    const created = await ask(user, '/scaffolder/v2/tasks', {
      templateRef: opened,
      values: valuesFor(client),
    });
    expect(created.status).toBe(201);
    const { id } = await created.json();
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const task = await (await ask(user, `/scaffolder/v2/tasks/${id}`)).json();
      if (['completed', 'failed'].includes(task.status)) {
        const events = await ask(user, `/scaffolder/v2/tasks/${id}/events`);
        return { id, status: task.status, log: await events.text() };
      }
      await sleep(100);
    }
    throw new Error(`The task ${id} has not ended.`);
  }

  const preview = async (user: string, client: string) => {
    const response = await ask(user, '/tenants/v1/changes/preview', {
      templateRef: opened,
      values: valuesFor(client),
    });
    return { status: response.status, body: await response.json() };
  };

  it('is seen by clients, and others are not', async () => {
    expect((await ask('acme', templatePath(opened))).status).toBe(200);
    expect((await ask('acme', templatePath(closed))).status).toBe(404);
    const task = await ask('acme', '/scaffolder/v2/tasks', {
      templateRef: closed,
      values: {},
    });
    expect(task.status).toBe(404);
  });

  it('previews and proposes a change of the own tenant', async () => {
    expect(await preview('acme', 'acme-01')).toMatchObject({
      status: 200,
      body: { findings: [], files: expect.arrayContaining([]) },
    });
    const { status, log } = await run('acme', 'acme-01');
    expect([status, log]).toEqual(['completed', expect.any(String)]);
    expect(log).toMatch(/Pull request \d+ is open/);
    expect((await ask('acme', '/tenants/v1/environments')).status).toBe(200);
  });

  it("answers for somebody else's tenant as for one that does not exist", async () => {
    const other = await preview('basalt', 'acme-01');
    const absent = await preview('basalt', 'absent-01');
    expect(other).toMatchObject({
      status: 404,
      body: { error: { message: 'There is no tenant "acme-01".' } },
    });
    expect(absent.body.error).toEqual({
      ...other.body.error,
      message: 'There is no tenant "absent-01".',
    });

    const { status, log } = await run('basalt', 'acme-01');
    expect(status).toBe('failed');
    expect(log).toContain('There is no tenant \\"acme-01\\".');
    const nowhere = await run('basalt', 'absent-01');
    expect(nowhere.log).toContain('There is no tenant \\"absent-01\\".');
  });

  it('keeps the tasks of one client from another', async () => {
    const { id } = await run('acme', 'acme-01');
    for (const path of ['', '/events']) {
      const response = await ask('basalt', `/scaffolder/v2/tasks/${id}${path}`);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain('acme-01');
    }
    const list = await (await ask('basalt', '/scaffolder/v2/tasks')).json();
    expect(
      list.tasks.filter(
        (task: { createdBy: string }) =>
          task.createdBy !== 'user:default/basalt',
      ),
    ).toEqual([]);
    expect(list.tasks).not.toEqual([]);
  });
});
