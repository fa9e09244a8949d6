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
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { NotModifiedError, ServiceUnavailableError } from '@backstage/errors';
import { EventsService, eventsServiceRef } from '@backstage/plugin-events-node';
import searchPlugin from '@backstage/plugin-search-backend';
import { SearchResultSet } from '@backstage/plugin-search-common';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { sampleFiles } from './__testUtils__/sampleFiles';
import { searchModuleTenants } from './module';

jest.setTimeout(60_000);

/** The real search backend and scheduler, on a repository that the test can change. */
async function startPortal(files: RepositoryFile[]) {
  const repository = { files, reads: 0, down: false };
  let announce = async () => {};
  const events: EventsService = {
    publish: async () => {},
    async subscribe({ onEvent }) {
      announce = () => onEvent({ topic: 'gitea', eventPayload: {} });
    },
  };
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async requests =>
      requests.map(() => ({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'tenants',
        resourceType: 'tenant',
        conditions: { rule: 'ANY', resourceType: 'tenant' },
      })),
    authorize: async requests =>
      requests.map(({ resourceRef }) => ({
        result:
          resourceRef === 'hidden-01'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      })),
  });
  const { server } = await startTestBackend({
    features: [
      searchPlugin,
      searchModuleTenants,
      schedulerServiceFactory,
      permissions.factory,
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => events,
      }),
      createServiceFactory({
        service: coreServices.urlReader,
        deps: {},
        factory: () => ({
          ...mockServices.urlReader.mock(),
          readTree: async (_url, options) => {
            repository.reads += 1;
            const etag = String(repository.files.length);
            if (repository.down) {
              throw new ServiceUnavailableError('The forge is down');
            }
            if (options?.etag === etag) {
              throw new NotModifiedError();
            }
            return {
              files: async () =>
                repository.files.map(({ path, content }) => ({
                  path,
                  content: async () => Buffer.from(content),
                })),
              archive: jest.fn(),
              dir: jest.fn(),
              etag,
            };
          },
        }),
      }),
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
            collators: {
              tenants: {
                schedule: {
                  frequency: { hours: 1 },
                  timeout: { minutes: 1 },
                  scope: 'local',
                },
              },
            },
          },
        },
      }),
    ],
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    repository,
    announcePush: () => announce(),
    async search(term: string): Promise<SearchResultSet['results']> {
      const query = new URLSearchParams({ term });
      const response = await fetch(
        `http://localhost:${port}/api/search/query?${query}`,
        { headers: { Authorization: mockCredentials.user.header() } },
      );
      expect(response.status).toBe(200);
      return (await response.json()).results;
    },
  };
}

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

const many = [
  ...[...Array(12).keys()].map(
    index => `acme-${String(index).padStart(2, '0')}`,
  ),
  'globex-01',
  'initech-01',
  'hidden-01',
];

describe('searchModuleTenants', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  async function firstFound(term: string): Promise<string | undefined> {
    return (await portal.search(term))[0]?.document.location;
  }

  beforeAll(async () => {
    portal = await startPortal(sampleFiles(many));
    await eventually(async () => {
      if (!(await firstFound('globex'))) {
        throw new Error('The tenants did not get into the index');
      }
    });
  });

  it.each([
    ['name', 'acme-01', '/tenants/acme-01'],
    ['name of a neighbour', 'acme-10', '/tenants/acme-10'],
    ['title', 'Initech Corporation', '/tenants/initech-01'],
    [
      'host name',
      'wallet.validator.acme-07.mainnet.naas.example.com',
      '/tenants/acme-07',
    ],
    ['namespace', 'acme-03-devnet', '/tenants/acme-03'],
    ['party hint', 'acme_01-validator-1', '/tenants/acme-01'],
    ['beginning of the name', 'glob', '/tenants/globex-01'],
    ['name in capitals', 'ACME-05', '/tenants/acme-05'],
  ])('finds a tenant first by its %s', async (_, term, location) => {
    expect(await firstFound(term)).toBe(location);
  });

  it('finds by cluster and by any immutable value', async () => {
    expect((await portal.search('mainnet')).length).toBeGreaterThan(0);
    expect((await portal.search('frozen7')).length).toBeGreaterThan(0);
  });

  it('does not show what the caller may not see', async () => {
    const found = await portal.search('hidden-01');
    expect(found.map(({ document }) => document.location)).not.toContain(
      '/tenants/hidden-01',
    );
    expect(JSON.stringify(found)).not.toContain('hidden');
  });

  it('does not index the addresses of people', async () => {
    expect(JSON.stringify(await portal.search('oncall'))).not.toContain(
      'oncall',
    );
  });

  it('keeps the index while the forge is down, and answers a push at once', async () => {
    const { repository } = portal;
    repository.down = true;
    const { reads } = repository;
    await portal.announcePush();
    await eventually(async () =>
      expect(repository.reads).toBeGreaterThan(reads),
    );
    expect(await firstFound('acme-01')).toBe('/tenants/acme-01');

    repository.down = false;
    repository.files = sampleFiles([...many, 'umbrella-01']);
    await portal.announcePush();
    await eventually(async () =>
      expect(await firstFound('umbrella-01')).toBe('/tenants/umbrella-01'),
    );
  });
});
