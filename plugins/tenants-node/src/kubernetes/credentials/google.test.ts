import { ConfigReader } from '@backstage/config';
import { generateKeyPairSync } from 'node:crypto';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { readGoogleToken } from './google';

const tokenEndpoint = 'https://www.googleapis.com/oauth2/v4/token';

function configWith(googleServiceAccountCredentials: string) {
  return new ConfigReader({ kubernetes: { googleServiceAccountCredentials } });
}

describe('readGoogleToken with a key', () => {
  const google = setupServer();
  registerMswTestHooks(google);
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const key = configWith(
    JSON.stringify({
      type: 'service_account',
      client_email: 'portal@example.iam.gserviceaccount.com',
      private_key: privateKey,
    }),
  );

  it('signs for a token, and knows when it ends', async () => {
    let assertion = '';
    google.use(
      http.post(tokenEndpoint, async ({ request }) => {
        const form = new URLSearchParams(await request.text());
        assertion = form.get('assertion')!;
        return HttpResponse.json({ access_token: 'ya29', expires_in: 3600 });
      }),
    );
    const { token, expiresAt } = await readGoogleToken(key);
    expect(token).toBe('ya29');
    expect(expiresAt!.getTime() - Date.now()).toBeGreaterThan(3_500_000);
    const [, claims] = assertion.split('.');
    expect(
      JSON.parse(Buffer.from(claims, 'base64url').toString()),
    ).toMatchObject({
      iss: 'portal@example.iam.gserviceaccount.com',
      scope:
        'https://www.googleapis.com/auth/cloud-platform https://www.googleapis.com/auth/userinfo.email',
    });
  });

  it('says why Google gives none', async () => {
    google.use(
      http.post(tokenEndpoint, () =>
        HttpResponse.json(
          { error: 'invalid_grant', error_description: 'Invalid signature' },
          { status: 400 },
        ),
      ),
    );
    await expect(readGoogleToken(key)).rejects.toThrow(/invalid_grant/);
  });

  it('repeats nothing of a key that is no JSON', async () => {
    const reading = readGoogleToken(configWith('hidden-key'));
    await expect(reading).rejects.toThrow(
      "kubernetes.googleServiceAccountCredentials is not the JSON of a service account's key",
    );
  });
});

describe('readGoogleToken in a pod with Workload Identity', () => {
  const environment = process.env;
  let metadata: Server;

  beforeEach(async () => {
    metadata = createServer((request, response) => {
      response.setHeader('Metadata-Flavor', 'Google');
      response.setHeader('content-type', 'application/json');
      response.end(
        request.url!.includes('/token')
          ? JSON.stringify({ access_token: 'of-the-pod', expires_in: 3599 })
          : '"test-project"',
      );
    });
    await new Promise<void>(resolve => {
      metadata.listen(0, '127.0.0.1', resolve);
    });
    const { port } = metadata.address() as AddressInfo;
    process.env = {
      ...environment,
      GCE_METADATA_HOST: `127.0.0.1:${port}`,
      HOME: '/nonexistent',
    };
    delete process.env.GOOGLE_APPLICATION_CREDENTIALS;
  });
  afterEach(async () => {
    process.env = environment;
    metadata.closeAllConnections();
    await new Promise(resolve => metadata.close(resolve));
  });

  it('asks the metadata server', async () => {
    const { token, expiresAt } = await readGoogleToken(new ConfigReader({}));
    expect(token).toBe('of-the-pod');
    expect(expiresAt!.getTime()).toBeGreaterThan(Date.now());
  });
});
