import { TenantsClient } from './TenantsClient';

describe('TenantsClient', () => {
  const fetch = jest.fn<Promise<Response>, [string, RequestInit]>();
  const client = new TenantsClient({
    discoveryApi: {
      getBaseUrl: async id => `https://portal.example.com/api/${id}`,
    },
    fetchApi: { fetch: fetch as unknown as typeof globalThis.fetch },
  });
  const lastUrl = () => new URL(fetch.mock.calls.at(-1)![0]);

  beforeEach(() => {
    fetch.mockReset();
    fetch.mockImplementation(async () => Response.json({ items: [] }));
  });

  it('asks for what is asked, and for no more', async () => {
    await client.listTenants({
      health: ['Degraded', 'Unknown'],
      q: 'acme & co/01',
      limit: 10,
      cluster: undefined,
    });
    const { pathname, searchParams } = lastUrl();
    expect(pathname).toBe('/api/tenants/v1/tenants');
    expect([...searchParams]).toEqual([
      ['health', 'Degraded'],
      ['health', 'Unknown'],
      ['q', 'acme & co/01'],
      ['limit', '10'],
    ]);
  });

  it('does not let a name lead to another path', async () => {
    await client.getTenant('../clusters?x=');
    expect(lastUrl().pathname).toBe(
      '/api/tenants/v1/tenants/..%2Fclusters%3Fx%3D',
    );
    await client.getMetrics('a/b', 'c d', '6h');
    expect(lastUrl().pathname).toBe(
      '/api/tenants/v1/tenants/a%2Fb/environments/c%20d/metrics',
    );
  });

  it('asks for one environment of a tenant in full', async () => {
    await client.getTenantInFull('acme-01', 'devnet');
    expect(lastUrl().search).toBe('?details=true&environment=devnet');
    await client.getTenantInFull('acme-01');
    expect(lastUrl().search).toBe('?details=true');
  });

  it('sends the token and the signal that it is given', async () => {
    const { signal } = new AbortController();
    await client.listClusters({}, { token: 'abc', signal });
    expect(fetch.mock.calls[0][1]).toMatchObject({
      signal,
      headers: { Authorization: 'Bearer abc' },
    });
    await client.listClusters();
    expect(fetch.mock.calls[1][1].headers).toEqual({});
  });

  it('posts a preview as JSON', async () => {
    const change = { templateRef: 'template:default/x', values: { a: 1 } };
    await client.previewChange(change);
    const init = fetch.mock.calls[0][1];
    expect(init.method).toBe('POST');
    expect(JSON.parse(String(init.body))).toEqual(change);
    expect(init.headers).toEqual({ 'Content-Type': 'application/json' });
  });

  it('posts requests to the GitOps engine, and expects no content', async () => {
    fetch.mockImplementation(async () => new Response(null, { status: 202 }));
    await client.requestGitOps('acme-01', 'devnet', { action: 'sync' });
    expect(lastUrl().pathname).toBe(
      '/api/tenants/v1/tenants/acme-01/environments/devnet/sync',
    );
    expect(fetch.mock.calls[0][1]).toMatchObject({ method: 'POST' });
    expect(fetch.mock.calls[0][1].body).toBeUndefined();

    const rollback = { action: 'rollback', deployment: '7' } as const;
    await client.requestGitOps('acme-01', 'devnet', rollback);
    expect(lastUrl().pathname).toMatch(/devnet\/rollback$/);
    expect(fetch.mock.calls[1][1].body).toBe('{"deployment":"7"}');
  });

  it('throws what the backend says', async () => {
    const body = {
      error: { name: 'NotFoundError', message: 'There is no tenant "x".' },
      response: { statusCode: 404 },
    };
    fetch.mockImplementation(async () => Response.json(body, { status: 404 }));
    await expect(client.getTenant('x')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
      cause: { message: 'There is no tenant "x".' },
    });
  });
});
