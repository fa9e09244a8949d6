import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import permissionPlugin from '@backstage/plugin-permission-backend';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import searchPlugin from '@backstage/plugin-search-backend';
import searchCatalogModule from '@backstage/plugin-search-backend-module-catalog';
import catalogModule from '@tenantry/plugin-catalog-backend-module-tenants';
import permissionModule from '@tenantry/plugin-permission-backend-module-tenants';
import searchEngine from '@tenantry/plugin-search-backend-module-tenant-search';
import searchModule from '@tenantry/plugin-search-backend-module-tenants';
import tenantsPlugin from '@tenantry/plugin-tenants-backend';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { signedInUsers } from '@tenantry/test-utils';

const schedule = {
  frequency: { seconds: 1 },
  timeout: { minutes: 1 },
  scope: 'local',
};

/**
 * The plugins of the portal that show tenants, on a repository of the given files.
 *
 * @param groupsOf - Entity refs of groups by entity ref of the user.
 */
export async function startPortal(
  files: RepositoryFile[],
  groupsOf: Record<string, string[]>,
) {
  const { server } = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModule,
      permissionPlugin,
      permissionModule,
      scaffolderPlugin,
      searchPlugin,
      searchCatalogModule,
      searchEngine,
      searchModule,
      tenantsPlugin,
      ...signedInUsers(groupsOf),
      schedulerServiceFactory,
      repositoryOf(files),
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          permission: { enabled: true },
          tenants: {
            registry: {
              url: 'https://forge.example.com/platform/gitops/src/branch/main/',
            },
          },
          search: {
            collators: { catalog: { schedule }, tenants: { schedule } },
          },
        },
      }),
    ],
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return (user: string, path: string, init?: RequestInit) =>
    fetch(`http://localhost:${port}/api${path}`, {
      ...init,
      headers: {
        'Content-Type': 'application/json',
        Authorization: mockCredentials.user.header(`user:default/${user}`),
      },
    });
}

function repositoryOf(files: RepositoryFile[]) {
  return createServiceFactory({
    service: coreServices.urlReader,
    deps: {},
    factory: () => ({
      ...mockServices.urlReader.mock(),
      readTree: async () => ({
        files: async () =>
          files.map(({ path, content }) => ({
            path,
            content: async () => Buffer.from(content),
          })),
        archive: jest.fn(),
        dir: jest.fn(),
        etag: 'fixed',
      }),
    }),
  });
}
