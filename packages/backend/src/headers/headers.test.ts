import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PortalProcess } from '../__testUtils__/PortalProcess';
import { spawnPortal } from '../__testUtils__/spawnPortal';
import { productionEnvironment } from './__testUtils__/productionEnvironment';

jest.setTimeout(180_000);

/** Only for a portal on loopback that has nothing to show. */
const token = 'headers-token-headers-token';

/** Each with another plugin that can hold data of tenants. */
const routes = [
  'catalog/entities',
  'kubernetes/clusters',
  'notifications/',
  'scaffolder/v2/tasks',
  'search/query?term=acme',
  'tenants/v1/tenants',
  'tenants/v1/tenants/acme-01',
];

describe('A portal with the configuration of production', () => {
  let directory: string;
  let portal: PortalProcess;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'headers-'));
    portal = await spawnPortal({
      directory,
      token,
      sessionSecret: 'unused',
      configFiles: ['app-config.yaml', 'app-config.production.yaml'],
      config: place => ({
        backend: {
          listen: { host: '127.0.0.1', port: place.port },
          database: { client: 'better-sqlite3' },
          auth: {
            externalAccess: [
              { type: 'static', options: { token, subject: 'headers' } },
            ],
          },
        },
      }),
      env: await productionEnvironment(directory),
    });
    await portal.ready();
  });

  afterAll(async () => {
    await portal?.kill();
    await rm(directory, { recursive: true, force: true });
  });

  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${portal.url}/${path}`, { headers, redirect: 'manual' });

  const asService = (path: string) =>
    ask(`api/${path}`, { Authorization: `Bearer ${token}` });

  function policyOf({ headers }: Response): Record<string, string> {
    const directives = headers.get('content-security-policy')!.split(';');
    return Object.fromEntries(
      directives.map(directive => {
        const [name, ...sources] = directive.trim().split(' ');
        return [name, sources.join(' ')];
      }),
    );
  }

  it.each(['', 'tenants/acme-01', 'no/such/page.js', 'api/tenants/v1/tenants'])(
    'tells browsers what /%s may do',
    async path => {
      const response = await ask(path);
      expect(policyOf(response)).toEqual({
        'default-src': "'self'",
        'base-uri': "'self'",
        'connect-src': "'self'",
        'font-src': "'self' data:",
        'form-action': "'self'",
        'frame-ancestors': "'none'",
        'img-src': "'self' data:",
        'object-src': "'none'",
        // Backstage's frontend compiles JSON schemas, and does not start without.
        'script-src': "'self' 'unsafe-eval'",
        'script-src-attr': "'none'",
        'style-src': "'self' 'unsafe-inline'",
        'upgrade-insecure-requests': '',
      });
      const { headers } = response;
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it('has browsers come back by HTTPS alone, for half a year', async () => {
    const { headers } = await ask('');
    const [, seconds] = /^max-age=(\d+);/.exec(
      headers.get('strict-transport-security')!,
    )!;
    expect(Number(seconds)).toBeGreaterThanOrEqual(180 * 24 * 60 * 60);
  });

  it.each(routes)('lets nobody keep what /api/%s answers', async path => {
    const answer = await asService(path);
    expect(answer.status).not.toBe(401);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const refusal = await ask(`api/${path}`);
    expect(refusal.status).toBe(401);
    expect(refusal.headers.get('cache-control')).toBe('no-store');
  });

  it('answers nobody with the stack of an error', async () => {
    const answer = await asService('tenants/v1/tenants?limit=none');
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toMatch(/stack|node_modules/);
  });
});
