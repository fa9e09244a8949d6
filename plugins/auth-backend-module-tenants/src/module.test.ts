import { mockServices } from '@backstage/backend-test-utils';
import { ClientAuthResponse } from '@backstage/plugin-auth-node';
import {
  codeFor,
  startIdentityProvider,
} from './__testUtils__/startIdentityProvider';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(60_000);

type Answer = {
  response?: ClientAuthResponse<unknown>;
  error?: { name: string; message: string };
};

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
  const event = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock();
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
      'id-3': { groups: ['acme-01'] },
      'id-4': { preferred_username: 'odd', groups: { admin: true } },
    });
    authUrl = await startPortal(
      identityProvider.metadataUrl,
      { clientId: 'portal', clientSecret: 'for this test only' },
      auditor,
    );
  });

  beforeEach(() => {
    jest.clearAllMocks();
    auditor.createEvent.mockResolvedValue(event);
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

  it.each([
    ['somebody in no group', 'id-2'],
    ['somebody without a name', 'id-3'],
    ['odd claims', 'id-4'],
  ])('notes the refusal of %s in the audit log', async (_, user) => {
    await signIn(authUrl, user);
    expect(auditor.createEvent).toHaveBeenCalledTimes(1);
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'sign-in',
      severityLevel: 'medium',
      meta: { provider: 'oidc', subject: user },
    });
    expect(event.fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ name: 'NotAllowedError' }),
      meta: { outcome: 'refused' },
    });
  });

  it('notes no refusal of somebody with access', async () => {
    await signIn(authUrl, 'id-1');
    expect(auditor.createEvent).not.toHaveBeenCalled();
  });

  it('refuses somebody in no group, and says why', async () => {
    const { response, error } = await signIn(authUrl, 'id-2');

    expect(response).toBeUndefined();
    expect(error).toEqual({
      name: 'NotAllowedError',
      message: expect.stringContaining(
        'signed in as "stranger", who has no access to this portal',
      ),
    });
  });

  it.each([
    ['id-3', 'claim "preferred_username" of your account holds no name'],
    ['id-4', 'claim "groups" is neither a text nor a list'],
  ])('refuses odd claims of %s, and names them', async (user, message) => {
    expect(await signIn(authUrl, user)).toEqual({
      type: 'authorization_response',
      error: {
        name: 'NotAllowedError',
        message: expect.stringContaining(message),
      },
    });
  });

  it.each([
    ['two minutes ahead', 120, true],
    ['two minutes behind', -120, true],
    ['longer behind than tokens are valid', -600, false],
  ])(
    'with the clock of the identity provider %s',
    async (_, seconds, isTaken) => {
      identityProvider.setClock(seconds);
      const { response } = await signIn(authUrl, 'id-1');
      identityProvider.setClock(0);
      expect(response !== undefined).toBe(isTaken);
    },
  );
});
