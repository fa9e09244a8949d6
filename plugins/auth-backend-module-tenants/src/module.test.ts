import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { ClientAuthResponse } from '@backstage/plugin-auth-node';
import {
  codeFor,
  startIdentityProvider,
} from './__testUtils__/startIdentityProvider';
import { authModuleTenants } from './module';

jest.setTimeout(60_000);

type Answer = {
  response?: ClientAuthResponse<unknown>;
  error?: { name: string; message: string };
};

/** The real auth backend on a real, if small, identity provider. */
async function startPortal(metadataUrl: string) {
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      authModuleTenants,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost' },
          auth: {
            environment: 'development',
            session: { secret: 'for this test only' },
            providers: {
              oidc: {
                development: {
                  metadataUrl,
                  clientId: 'portal',
                  clientSecret: 'for this test only',
                  prompt: 'auto',
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
  return `http://localhost:${port}/api/auth`;
}

/** Goes to the identity provider and comes back, as the browser's window does. */
async function signIn(authUrl: string, user: string): Promise<Answer> {
  const start = await fetch(`${authUrl}/oidc/start?env=development`, {
    redirect: 'manual',
  });
  const location = new URL(start.headers.get('location')!);
  const query = new URLSearchParams({
    code: codeFor(user, location.searchParams.get('nonce')!),
    state: location.searchParams.get('state')!,
  });
  const cookies = start.headers
    .getSetCookie()
    .filter(cookie => !cookie.includes('Max-Age=0'))
    .map(cookie => cookie.split(';')[0]);
  const back = await fetch(`${authUrl}/oidc/handler/frame?${query}`, {
    headers: { cookie: cookies.join('; ') },
  });
  const script = await back.text();
  const [, encoded] = /authResponse = decodeURIComponent\('([^']*)'/.exec(
    script,
  )!;
  return JSON.parse(decodeURIComponent(encoded));
}

describe('authModuleTenants', () => {
  let identityProvider: Awaited<ReturnType<typeof startIdentityProvider>>;
  let authUrl: string;

  beforeAll(async () => {
    identityProvider = await startIdentityProvider({
      'id-1': {
        preferred_username: 'acme-01-engineer',
        name: 'Jane Doe',
        groups: ['acme-01', 'offline access'],
      },
      'id-2': { preferred_username: 'stranger' },
    });
    authUrl = await startPortal(identityProvider.metadataUrl);
  });

  afterAll(() => {
    identityProvider.stop();
  });

  it('signs in somebody whom the catalog does not know, with the groups of the claims', async () => {
    const { response, error } = await signIn(authUrl, 'id-1');

    expect(error).toBeUndefined();
    expect(response?.profile.displayName).toBe('Jane Doe');
    expect(response?.backstageIdentity?.identity).toEqual({
      type: 'user',
      userEntityRef: 'user:default/acme-01-engineer',
      ownershipEntityRefs: [
        'user:default/acme-01-engineer',
        'group:default/acme-01',
      ],
    });
  });

  it('refuses somebody in no group, and says why', async () => {
    const { response, error } = await signIn(authUrl, 'id-2');

    expect(response).toBeUndefined();
    expect(error).toEqual({
      name: 'NotAllowedError',
      message: expect.stringContaining(
        '"stranger" is in no group that this portal knows',
      ),
    });
  });
});
