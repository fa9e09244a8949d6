import { mockServices } from '@backstage/backend-test-utils';
import { LunrSearchEngine } from '@backstage/plugin-search-backend-node';
import { parseRegistry } from '@tenantry/plugin-tenants-node';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { sampleFiles } from './__testUtils__/sampleFiles';
import { tenantDocuments } from './tenantDocuments';

/** Lunr splits words at hyphens, dots and underscores, and finds similar ones: these are hard. */
function similarTenants(count: number): string[] {
  const numbered = [...Array(count).keys()].map(
    index => `acme-${String(index + 1).padStart(2, '0')}`,
  );
  return [...numbered, 'globex-01', 'initech-01', 'hooli-02'];
}

async function indexed(tenants: string[]) {
  const engine = new LunrSearchEngine({ logger: mockServices.logger.mock() });
  const documents = tenantDocuments(parseRegistry(sampleFiles(tenants)));
  await pipeline(Readable.from(documents), await engine.getIndexer('tenants'));
  // The engine takes over the index when the stream has closed.
  await setImmediate();
  return engine;
}

describe('the order of results', () => {
  it.each([
    ['name', (tenant: string) => tenant],
    [
      'host name',
      (tenant: string) => `wallet.validator.${tenant}.devnet.naas.example.com`,
    ],
    ['namespace', (tenant: string) => `${tenant}-mainnet`],
    [
      'party hint',
      (tenant: string) => `${tenant.replace('-', '_')}-validator-1`,
    ],
  ])(
    'has the tenant first that is asked for by its %s',
    async (_name, termFor) => {
      for (const count of [1, 12, 40]) {
        const tenants = similarTenants(count);
        const engine = await indexed(tenants);
        for (const tenant of tenants.filter((_, index) => index % 5 === 0)) {
          const { results } = await engine.query({ term: termFor(tenant) });
          expect(results[0].document.location).toBe(`/tenants/${tenant}`);
        }
      }
    },
  );
});
