import { createServer, Server } from 'node:https';
import { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { explainFailure } from './explainFailure';
import { createKubernetesClient, KubernetesClient } from './KubernetesClient';
import { ClusterConnection } from './readClusterConnections';

describe('createKubernetesClient over TLS', () => {
  let server: Server;
  let authority: string;
  let client: KubernetesClient;

  beforeAll(async () => {
    const certificate = await generate(
      [{ name: 'commonName', value: 'localhost' }],
      { keySize: 2048 },
    );
    authority = certificate.cert;
    server = createServer(
      { key: certificate.private, cert: certificate.cert },
      (request, response) => {
        if (request.url?.startsWith('/moved')) {
          response.writeHead(302, { location: '/version' }).end();
        } else if (request.url?.startsWith('/refused')) {
          const message = `it was ${request.headers.authorization}`;
          const { searchParams } = new URL(request.url, 'https://localhost');
          const kind = searchParams.get('kind');
          response.writeHead(500).end(JSON.stringify({ kind, message }));
        } else {
          response.end(JSON.stringify({ url: request.url }));
        }
      },
    );
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  afterEach(() => client.close());
  afterAll(() => new Promise(resolve => server.close(resolve)));

  function get(
    path: string,
    overrides: Partial<ClusterConnection>,
    query: Record<string, string> = { limit: '1' },
  ) {
    client = createKubernetesClient({
      name: 'devnet',
      url: `https://localhost:${(server.address() as AddressInfo).port}`,
      token: 'secret-token',
      skipTlsVerify: false,
      ...overrides,
    });
    return client.get(path, query, AbortSignal.timeout(5_000));
  }

  it('trusts the authority of its cluster', async () => {
    expect(await get('/version', { certificateAuthority: authority })).toEqual({
      url: '/version?limit=1',
    });
  });

  it('trusts no other, and says what is wrong', async () => {
    const failure = await get('/version', {}).catch(explainFailure);
    expect(failure).toMatchObject({ reason: 'CertificateNotTrusted' });
  });

  it('trusts any certificate only where that is asked for', async () => {
    await expect(
      get('/version', { skipTlsVerify: true }),
    ).resolves.toBeDefined();
  });

  it('does not carry its token to where a server points it', async () => {
    await expect(
      get('/moved', { certificateAuthority: authority }),
    ).rejects.toMatchObject({ statusCode: 302 });
  });

  it.each([
    [
      'repeats what the server says, but not its token',
      'Status',
      'it was Bearer ***',
    ],
    [
      'repeats nothing that is no answer of Kubernetes',
      'Page',
      'The API server answered 500.',
    ],
  ])('%s', async (_, kind, message) => {
    await expect(
      get('/refused', { certificateAuthority: authority }, { kind }),
    ).rejects.toMatchObject({ statusCode: 500, message });
  });
});
