import {
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import {
  TestBackend,
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import eventsPlugin from '@backstage/plugin-events-backend';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { registryUrl, sampleFiles } from './__testUtils__/sampleFiles';
import { catalogModuleTenants } from './module';

jest.setTimeout(60_000);

const elsewhere = 'https://elsewhere.example.com/catalog-info.yaml';
const audience = { 'tenantry.dev/audience': 'client' };
const foreignFile = [
  componentWith('plain'),
  componentWith('self-opened', audience),
  componentWith('marked', { 'tenantry.dev/tenant': 'acme-01' }),
].join('\n---\n');

function componentWith(
  name: string,
  annotations: Record<string, string> = {},
): string {
  return JSON.stringify({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations },
    spec: { type: 'service', lifecycle: 'production', owner: 'acme-01' },
  });
}

/** A backend with the real catalog, on a repository that the test can change. */
async function startPortal(files: RepositoryFile[], catalog: object = {}) {
  const repository = { files };
  const { server }: TestBackend = await startTestBackend({
    features: [
      catalogPlugin,
      eventsPlugin,
      eventsServiceFactory,
      catalogModuleTenants,
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          catalog,
          tenants: {
            registry: { url: registryUrl },
            catalog: {
              schedule: { frequency: { hours: 1 }, timeout: { minutes: 1 } },
            },
          },
          // The bus between replicas would keep the backend from stopping for a minute.
          events: { http: { topics: ['gitea'] }, useEventBus: 'never' },
        },
      }),
      createServiceFactory({
        service: coreServices.urlReader,
        deps: {},
        factory: () => ({
          ...mockServices.urlReader.mock(),
          search: async url => ({
            etag: '1',
            files: [{ url, content: async () => Buffer.from(foreignFile) }],
          }),
          readTree: async () => ({
            files: async () =>
              repository.files.map(({ path, content }) => ({
                path,
                content: async () => Buffer.from(content),
              })),
            archive: jest.fn(),
            dir: jest.fn(),
            etag: String(repository.files.map(file => file.content)),
          }),
        }),
      }),
    ],
  });
  const baseUrl = urlOf(server);
  return {
    repository,
    async statusOf(ref: string): Promise<number> {
      const response = await fetch(
        `${baseUrl}/api/catalog/entities/by-name/${ref.replace(':', '/')}`,
        { headers: { Authorization: mockCredentials.service.header() } },
      );
      return response.status;
    },
    /** Registers the file of somebody else. */
    register: () =>
      fetch(`${baseUrl}/api/catalog/locations`, {
        method: 'POST',
        headers: {
          Authorization: mockCredentials.service.header(),
          'Content-Type': 'application/json',
        },
        body: JSON.stringify({ type: 'url', target: elsewhere }),
      }),
    /** Relations as `<type> <target>`. */
    async relationsOf(ref: string): Promise<string[]> {
      const response = await fetch(
        `${baseUrl}/api/catalog/entities/by-name/${ref.replace(':', '/')}`,
        { headers: { Authorization: mockCredentials.service.header() } },
      );
      expect(response.status).toBe(200);
      const entity: Entity = await response.json();
      return (entity.relations ?? []).map(
        ({ type, targetRef }) => `${type} ${targetRef}`,
      );
    },
    announcePush: () =>
      fetch(`${baseUrl}/api/events/http/gitea`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ref: 'refs/heads/main' }),
      }),
  };
}

function urlOf(server: Server): string {
  const address = server.address();
  return `http://localhost:${typeof address === 'object' && address?.port}`;
}

/** Tries an assertion again until it holds, for at most 20 s. */
async function eventually(assertion: () => Promise<void>): Promise<void> {
  const giveUpAt = Date.now() + 20_000;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > giveUpAt) {
        throw error;
      }
      await sleep(100);
    }
  }
}

describe('catalogModuleTenants', () => {
  it('puts the registry into the catalog, related as designed', async () => {
    const { relationsOf } = await startPortal(sampleFiles(['acme-01']));

    await eventually(async () =>
      expect(await relationsOf('system:default/acme-01-devnet')).toEqual(
        expect.arrayContaining([
          'ownedBy group:default/acme-01',
          'partOf domain:default/acme-01',
          'dependsOn resource:default/environment-devnet',
          'dependsOn resource:default/devnet',
          'hasPart component:default/acme-01-devnet-participant',
        ]),
      ),
    );
    await eventually(async () =>
      expect(
        await relationsOf('component:default/acme-01-devnet-participant'),
      ).toEqual(
        expect.arrayContaining([
          'dependsOn resource:default/acme-01-devnet-database',
          'providesApi api:default/acme-01-devnet-ledger-api-grpc',
        ]),
      ),
    );
    await eventually(async () =>
      expect(await relationsOf('resource:default/devnet')).toEqual(
        expect.arrayContaining([
          'dependencyOf resource:default/environment-devnet',
          'dependencyOf system:default/acme-01-devnet',
        ]),
      ),
    );
  });

  it('answers a push within seconds and keeps what is broken', async () => {
    const { relationsOf, repository, announcePush } = await startPortal(
      sampleFiles(['acme-01']),
    );
    await eventually(async () => {
      await relationsOf('domain:default/acme-01');
    });

    repository.files = sampleFiles(['acme-01', 'globex-01']).map(file =>
      file.path === 'clients/acme-01/client.yaml'
        ? { ...file, content: 'broken: [' }
        : file,
    );
    expect((await announcePush()).status).toBe(202);

    await eventually(async () =>
      expect(await relationsOf('domain:default/globex-01')).toContain(
        'hasPart system:default/globex-01-devnet',
      ),
    );
    expect(await relationsOf('domain:default/acme-01')).toContain(
      'hasPart system:default/acme-01-devnet',
    );
  });

  it('believes marks of configured locations, and refuses entities with such of any other', async () => {
    const directory = createMockDirectory({
      content: { 'opened.yaml': componentWith('opened', audience) },
    });
    const { statusOf, register } = await startPortal(sampleFiles(['acme-01']), {
      rules: [{ allow: ['Component', 'Domain', 'Location'] }],
      locations: [{ type: 'file', target: directory.resolve('opened.yaml') }],
    });
    expect((await register()).status).toBe(201);

    await eventually(async () => {
      expect(await statusOf('component:default/opened')).toBe(200);
      expect(await statusOf('component:default/plain')).toBe(200);
    });
    expect(await statusOf('component:default/self-opened')).toBe(404);
    expect(await statusOf('component:default/marked')).toBe(404);
  });
});
