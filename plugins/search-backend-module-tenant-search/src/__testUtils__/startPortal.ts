import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import searchPlugin from '@backstage/plugin-search-backend';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { SearchResultSet } from '@backstage/plugin-search-common';
import permissionModule from '@tenantry/plugin-permission-backend-module-tenants';
import {
  tenantPermissions,
  tenantReadPermission,
} from '@tenantry/plugin-tenants-common';
import { isOwner, tenantResourceRef } from '@tenantry/plugin-tenants-node';
import { signedInUsers } from '@tenantry/test-utils';
import { Knex } from 'knex';
import { Readable } from 'node:stream';
import searchEngine from '..';
import { SampleDocument } from './searchOn';

const groupsOf: Record<string, string[]> = {
  'user:default/operator': ['group:default/platform-operators'],
  'user:default/acme-engineer': ['group:default/acme'],
  'user:default/globex-engineer': ['group:default/globex'],
};

/**
 * The real search backend and policy, with the given documents of tenants, in the given database.
 *
 * @param searchesPerMinute - How often one user may ask.
 */
export async function startPortal(
  documents: SampleDocument[],
  knex: Knex,
  searchesPerMinute = 10_000,
) {
  const { server } = await startTestBackend({
    features: [
      searchPlugin,
      searchEngine,
      permissionPlugin,
      permissionModule,
      collatorOf(documents),
      ownersOf(documents),
      catalogServiceMock.factory(),
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => mockServices.database({ knex }),
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          permission: { enabled: true },
          tenants: { rateLimits: { search: { limit: searchesPerMinute } } },
        },
      }),
      ...signedInUsers(groupsOf),
    ],
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const request = (user: string, query: Record<string, string>) =>
    fetch(
      `http://localhost:${port}/api/search/query?${new URLSearchParams(query)}`,
      {
        headers: {
          Authorization: mockCredentials.user.header(`user:default/${user}`),
        },
      },
    );
  return {
    request,
    async search(
      user: string,
      query: Record<string, string>,
    ): Promise<SearchResultSet> {
      return (await request(user, query)).json();
    },
  };
}

function collatorOf(documents: SampleDocument[]) {
  return createBackendModule({
    pluginId: 'search',
    moduleId: 'sample-documents',
    register(reg) {
      reg.registerInit({
        deps: { index: searchIndexRegistryExtensionPoint },
        async init({ index }) {
          index.addCollator({
            schedule: {
              run: async task => task.fn(new AbortController().signal),
            },
            factory: {
              type: 'tenants',
              visibilityPermission: tenantReadPermission,
              getCollator: async () => Readable.from(documents),
            },
          });
        },
      });
    },
  });
}

/** What the tenants backend tells the permission system. */
function ownersOf(documents: SampleDocument[]) {
  const owners = new Map(
    documents.map(({ authorization }) => [
      authorization.resourceRef,
      authorization.owners[0],
    ]),
  );
  return createBackendPlugin({
    pluginId: 'tenants',
    register(reg) {
      reg.registerInit({
        deps: { registry: coreServices.permissionsRegistry },
        async init({ registry }) {
          registry.addResourceType({
            resourceRef: tenantResourceRef,
            permissions: tenantPermissions,
            rules: [isOwner],
            getResources: async names =>
              names.map(tenant => {
                const owner = owners.get(tenant);
                return owner ? { tenant, owner } : undefined;
              }),
          });
        },
      });
    },
  });
}
