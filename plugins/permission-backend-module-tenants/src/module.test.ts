import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import scaffolderEntityModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { setTimeout as sleep } from 'node:timers/promises';
import { signedInUsers } from '@tenantry/test-utils';
import { permissionModuleTenants } from './module';

jest.setTimeout(60_000);

const groupsOf: Record<string, string[]> = {
  'user:default/operator': ['group:default/platform-operators'],
  'user:default/acme-engineer': ['group:default/acme-01'],
  'user:default/globex-engineer': ['group:default/globex-01'],
  'user:default/stranger': [],
};

function entity(
  kind: string,
  name: string,
  spec: Record<string, string | string[]>,
  annotations: Record<string, string> = {},
): Entity {
  const location = `url:https://forge.example.com/${name}.yaml`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      namespace: 'default',
      name,
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
        ...annotations,
      },
    },
    spec,
  };
}

const ofRegistry = { 'tenantry.dev/descriptor': 'clients/x/client.yaml' };

function template(
  name: string,
  owner: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    ...entity('Template', name, { owner }, annotations),
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    spec: { owner, type: 'canton-client', steps: [] },
  };
}

const entities = [
  ...['acme-01', 'globex-01'].flatMap(tenant => [
    entity('Domain', tenant, { owner: tenant }, ofRegistry),
    entity('Group', tenant, { type: 'client', children: [] }, ofRegistry),
  ]),
  // Of the registry, says that it belongs to acme-01, but is somebody else's.
  entity(
    'System',
    'pretender',
    { owner: 'globex-01' },
    { ...ofRegistry, 'tenantry.dev/tenant': 'acme-01' },
  ),
  // Says that it is acme-01's, but the registry does not.
  entity('System', 'stray', { owner: 'acme-01' }),
  template('closed', 'acme-01'),
  template('opened', 'platform-operators', {
    'tenantry.dev/audience': 'client',
  }),
];

const catalogEntities = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'sample-entities',
  register(reg) {
    reg.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addEntityProvider({
          getProviderName: () => 'sample',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: entities.map(each => ({
                entity: each,
                locationKey: 'sample',
              })),
            }),
        });
      },
    });
  },
});

/** Real catalog, real permission backend. */
async function startPortal() {
  const { server } = await startTestBackend({
    features: [
      catalogPlugin,
      scaffolderEntityModel,
      catalogEntities,
      permissionPlugin,
      permissionModuleTenants,
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          permission: { enabled: true },
        },
      }),
      ...signedInUsers(groupsOf),
    ],
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return (user: string, path: string, init?: RequestInit) =>
    fetch(`http://localhost:${port}/api/catalog${path}`, {
      ...init,
      headers: {
        'Content-Type': 'application/json',
        Authorization: mockCredentials.user.header(`user:default/${user}`),
      },
    });
}

describe('permissionModuleTenants', () => {
  let request: Awaited<ReturnType<typeof startPortal>>;

  async function refsSeenBy(user: string): Promise<string[]> {
    const response = await request(user, '/entities/by-query');
    expect(response.status).toBe(200);
    return (await response.json()).items.map(stringifyEntityRef).sort();
  }

  beforeAll(async () => {
    request = await startPortal();
    for (let attempt = 0; attempt < 100; attempt += 1) {
      if ((await refsSeenBy('operator')).length === entities.length) {
        return;
      }
      await sleep(100);
    }
    throw new Error('The entities did not get into the catalog');
  });

  it('shows operators everything', async () => {
    expect(await refsSeenBy('operator')).toEqual(
      entities.map(stringifyEntityRef).sort(),
    );
  });

  it('shows clients what the registry says is theirs, and the templates for them', async () => {
    expect(await refsSeenBy('acme-engineer')).toEqual([
      'domain:default/acme-01',
      'group:default/acme-01',
      'template:default/opened',
    ]);
    expect(await refsSeenBy('globex-engineer')).toEqual([
      'domain:default/globex-01',
      'group:default/globex-01',
      'system:default/pretender',
      'template:default/opened',
    ]);
  });

  it('shows everybody else nothing', async () => {
    expect(await refsSeenBy('stranger')).toEqual([]);
  });

  it("answers for somebody else's entity as for one that does not exist", async () => {
    const path = '/entities/by-name/domain/default';
    const own = await request('acme-engineer', `${path}/acme-01`);
    const other = await request('acme-engineer', `${path}/globex-01`);
    const absent = await request('acme-engineer', `${path}/absent`);
    expect([own.status, other.status, absent.status]).toEqual([200, 404, 404]);
  });

  it.each([
    ['/refresh', { entityRef: 'domain:default/acme-01' }],
    ['/locations', { type: 'url', target: 'https://forge.example.com/x.yaml' }],
  ])('lets no client write to the catalog by %s', async (path, body) => {
    const response = await request('acme-engineer', path, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(403);
  });
});
