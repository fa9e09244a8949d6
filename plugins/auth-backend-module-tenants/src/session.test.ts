import {
  IdentityUser,
  portalClient,
  startIdentityProvider,
} from '@tenantry/local-platform';
import { mkdtemp, rm } from 'node:fs/promises';
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PortalBrowser } from './__testUtils__/PortalBrowser';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(60_000);

const clientSecret = 'for this test only';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => {
    server.close(resolve);
  });
  return port;
}

/** Sessions with the identity provider of the local platform, over real HTTP. */
describe('the sessions of authModuleTenants', () => {
  const logger = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };
  const users: IdentityUser[] = [];
  let dataDirectory: string;
  let port: number;
  let provider: Awaited<ReturnType<typeof startIdentityProvider>> | undefined;
  let authUrl: string;
  let browser: PortalBrowser;

  const startProvider = async () => {
    provider = await startIdentityProvider({
      port,
      users,
      clients: [
        portalClient({ clientSecret, portalUrl: new URL(authUrl).origin }),
      ],
      dataDirectory,
      logger,
    });
  };
  const groupsOf = async (response: Response) =>
    (await response.json()).backstageIdentity.identity.ownershipEntityRefs;

  beforeAll(async () => {
    dataDirectory = await mkdtemp(join(tmpdir(), 'identity-'));
    port = await freePort();
    authUrl = await startPortal(
      `http://localhost:${port}/.well-known/openid-configuration`,
      { clientId: 'tenantry-portal', clientSecret },
    );
  });

  beforeEach(() => {
    const user = { name: 'Ada', email: 'ada@example.com', realm: 'acme-01' };
    users.splice(
      0,
      users.length,
      { ...user, username: 'engineer', groups: ['acme-01'] },
      { ...user, username: 'stranger', groups: [] },
    );
    browser = new PortalBrowser(authUrl);
  });

  afterAll(async () => {
    await provider?.close();
    await rm(dataDirectory, { recursive: true });
  });

  it('says that the identity provider is down, and goes on once it is up', async () => {
    const start = `${authUrl}/oidc/start?env=development`;
    const down = await browser.request(start);
    expect(down.status).toBe(503);
    expect(await down.text()).toContain(
      'The identity provider does not answer. Try again in a minute.',
    );

    await startProvider();

    const { response } = await browser.signIn('engineer');
    expect(response?.backstageIdentity?.identity.ownershipEntityRefs).toEqual([
      'user:default/engineer',
      'group:default/acme-01',
    ]);
  });

  it('gives somebody in no group a sentence and no session', async () => {
    const { response, error } = await browser.signIn('stranger');
    expect(response).toBeUndefined();
    expect(error).toEqual({
      name: 'NotAllowedError',
      message:
        'You are signed in as "stranger", who has no access to this portal: none of your groups is known here. Ask the operators of the platform for access, and tell this name.',
    });
    expect((await browser.refresh()).status).toBe(401);
  });

  it('reads the claims anew at each refresh: a renamed group counts by its new name, one that is gone no longer', async () => {
    await browser.signIn('engineer');
    expect(await groupsOf(await browser.refresh())).toEqual([
      'user:default/engineer',
      'group:default/acme-01',
    ]);

    users[0].groups = ['acme-bank'];
    expect(await groupsOf(await browser.refresh())).toEqual([
      'user:default/engineer',
      'group:default/acme-bank',
    ]);

    users[0].groups = [];
    expect((await browser.refresh()).status).toBe(401);

    users[0].groups = ['acme-01'];
    expect((await browser.refresh()).status).toBe(200);
  });

  it('ends the session of a user whom the identity provider no longer knows', async () => {
    await browser.signIn('engineer');
    users.shift();
    expect((await browser.refresh()).status).toBe(401);
  });

  it('ends the session at both ends on sign-out', async () => {
    await browser.signIn('engineer');
    const cookies = browser.portalCookies();
    expect((await browser.signOut()).status).toBe(200);
    expect((await browser.refresh()).status).toBe(401);

    browser.restorePortalCookies(cookies);
    expect((await browser.refresh()).status).toBe(401);
  });

  it('asks for another sign-in once the identity provider has forgotten the session', async () => {
    await browser.signIn('engineer');
    await provider?.close();
    expect((await browser.refresh()).status).toBe(401);
    await startProvider();
    expect((await browser.refresh()).status).toBe(401);

    const again = new PortalBrowser(authUrl);
    expect((await again.signIn('engineer')).error).toBeUndefined();
  });
});
