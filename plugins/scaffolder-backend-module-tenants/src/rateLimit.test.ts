import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolder from '@backstage/plugin-scaffolder-backend';
import scaffolderModuleTenants from '.';

jest.setTimeout(60_000);

describe('tasks of templates', () => {
  let backend: TestBackend;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        scaffolder,
        scaffolderModuleTenants,
        catalogServiceMock.factory(),
        mockServices.rootConfig.factory({
          data: {
            integrations: { gitea: [{ host: 'forge.example.com' }] },
            tenants: {
              registry: {
                url: 'https://forge.example.com/a/b/src/branch/main/',
              },
              rateLimits: { tasks: { limit: 3 } },
            },
          },
        }),
      ],
    });
  });

  afterAll(() => backend.stop());

  const ask = async (user: string, path: string, body?: object) => {
    const { status } = await fetch(
      `http://localhost:${backend.server.port()}/api/scaffolder/v2/${path}`,
      {
        method: body ? 'POST' : 'GET',
        headers: {
          'Content-Type': 'application/json',
          Authorization: mockCredentials.user.header(`user:default/${user}`),
        },
        body: body && JSON.stringify(body),
      },
    );
    return status;
  };

  it('are limited for each user, and reading them is not', async () => {
    const absent = { templateRef: 'template:default/absent', values: {} };
    expect(await ask('jane', 'tasks', absent)).toBe(404);
    expect(await ask('jane', 'dry-run', {})).toBe(400);
    expect(await ask('jane', 'tasks/absent/retry', {})).toBe(404);
    expect(await ask('jane', 'tasks', absent)).toBe(429);
    expect(await ask('jane', 'tasks')).toBe(200);
    expect(await ask('june', 'tasks', absent)).toBe(404);
  });
});
