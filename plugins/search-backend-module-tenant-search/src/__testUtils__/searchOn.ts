import {
  mockCredentials,
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  createPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  IndexableDocument,
  SearchQuery,
} from '@backstage/plugin-search-common';
import { Knex } from 'knex';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AccessDecider, createAccessModels } from '../access';
import { DocumentReader, DocumentWriter, migrateDatabase } from '../store';
import { TenantSearchEngine } from '../TenantSearchEngine';

/** A document as a collator of tenants makes it. */
export type SampleDocument = IndexableDocument & {
  authorization: { resourceRef: string; owners: string[] };
};

const tenantRead = createPermission({
  name: 'tenant.read',
  attributes: { action: 'read' },
  resourceType: 'tenant',
});

/** PostgreSQL where the environment names one. */
export function testDatabases(): {
  supported: TestDatabaseId[];
  open(id: TestDatabaseId): Promise<Knex>;
} {
  const databases = TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_15'],
    disableDocker: true,
  });
  return {
    supported: databases.eachSupportedId().map(([id]) => id),
    async open(id) {
      const knex = await databases.init(id);
      await migrateDatabase(mockServices.database({ knex }));
      return knex;
    },
  };
}

/** An engine whose callers are told by `decision` and `allowed` what they may see. */
export function searchOn(
  knex: Knex,
  rights: {
    decision?: PolicyDecision;
    allowed?: (resourceRef: string) => boolean;
    unguarded?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  } = {},
) {
  const { decision = { result: AuthorizeResult.ALLOW }, allowed = () => true } =
    rights;
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async requests => requests.map(() => decision),
    authorize: async requests =>
      requests.map(({ resourceRef }) => ({
        result: resourceRef
          ? (allowed(resourceRef) && AuthorizeResult.ALLOW) ||
            AuthorizeResult.DENY
          : rights.unguarded ?? AuthorizeResult.DENY,
      })),
  });
  const catalog = {
    getEntitiesByRefs: async () => ({ items: [] }),
  } as Partial<CatalogService> as CatalogService;
  const auth = mockServices.auth();
  const models = createAccessModels({ auth, catalog });
  const engine = new TenantSearchEngine({
    access: new AccessDecider({ permissions, models }),
    models,
    reader: new DocumentReader(knex),
    writer: new DocumentWriter(knex),
    auth,
    logger: mockServices.logger.mock(),
  });
  engine.guard({ tenants: { visibilityPermission: tenantRead }, pages: {} });
  return {
    engine,
    permissions,
    async index(documents: Iterable<IndexableDocument>, type = 'tenants') {
      await pipeline(Readable.from(documents), await engine.getIndexer(type));
    },
    query: (query: Partial<SearchQuery>) =>
      engine.query(
        { term: '', ...query },
        { credentials: mockCredentials.user() },
      ),
    async titles(term: string, query: Partial<SearchQuery> = {}) {
      const { results } = await this.query({ term, ...query });
      return results.map(({ document }) => document.title);
    },
  };
}
