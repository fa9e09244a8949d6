import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../__testUtils__/freePort';
import { LoopbackServer } from '../listenOnLoopback';
import { Browser, redirectOf } from './__testUtils__/Browser';
import { IdentityUser, portalClient } from './IdentityUser';
import { startIdentityProvider } from './startIdentityProvider';

const users: IdentityUser[] = [
  {
    username: 'operator',
    name: 'Olga <b>Operator</b>',
    email: 'operator@naas.example.com',
    groups: ['platform-operators'],
    realm: 'platform',
  },
  {
    username: 'acme-01-engineer',
    name: 'Ada Engineer',
    email: 'ada@acme.example.com',
    groups: ['acme-01'],
    realm: 'acme-01',
  },
];
const secret = 'not-a-secret-outside-this-test';
const redirectUri = 'http://localhost:7007/api/auth/oidc/handler/frame';
const verifier = 'v'.repeat(64);
const challenge = createHash('sha256').update(verifier).digest('base64url');
const claims = {
  sub: 'acme-01-engineer',
  name: 'Ada Engineer',
  email: 'ada@acme.example.com',
  email_verified: true,
  preferred_username: 'acme-01-engineer',
  groups: ['acme-01'],
  realm: 'acme-01',
};

describe('startIdentityProvider', () => {
  const logger = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };
  const portal = portalClient({ clientSecret: secret });
  const strict = {
    ...portal,
    clientId: 'strict',
    requirePkce: true,
  };
  let dataDirectory: string;
  let port: number;
  let provider: LoopbackServer;
  let browser: Browser;

  const start = () =>
    startIdentityProvider({
      port,
      users,
      clients: [portal, strict],
      dataDirectory,
      logger,
    });

  beforeEach(async () => {
    jest.clearAllMocks();
    dataDirectory = await mkdtemp(join(tmpdir(), 'identity-'));
    port = await freePort();
    provider = await start();
    browser = new Browser();
  });

  afterEach(async () => {
    await provider.close();
    await rm(dataDirectory, { recursive: true });
  });

  function authorizationUrl(overrides: Record<string, string> = {}): string {
    return `${provider.url}/auth?${new URLSearchParams({
      client_id: portal.clientId,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: 'openid profile email',
      state: 'the-state',
      nonce: 'the-nonce',
      ...overrides,
    })}`;
  }

  /** Goes to the sign-in page, clicks on a user, and comes back to the client. */
  async function signIn(overrides: Record<string, string> = {}) {
    const page = await browser.follow(
      await browser.get(authorizationUrl(overrides)),
    );
    const clicked = await browser.submit(page.url, {
      username: 'acme-01-engineer',
    });
    const last = await browser.follow(clicked);
    return new URL(redirectOf(last)!);
  }

  async function token(form: Record<string, string>, clientSecret = secret) {
    const credentials = `${form.client_id ?? portal.clientId}:${clientSecret}`;
    const response = await fetch(`${provider.url}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(credentials)}` },
      body: new URLSearchParams(form),
    });
    return { status: response.status, body: await response.json() };
  }

  const exchange = (code: string, more: Record<string, string> = {}) =>
    token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      ...more,
    });

  it('signs a user in with one click, and tells the client who it is', async () => {
    const back = await signIn({
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
    expect(back.href.startsWith(`${redirectUri}?`)).toBe(true);
    expect(back.searchParams.get('state')).toBe('the-state');

    const code = back.searchParams.get('code')!;
    const { body } = await exchange(code, { code_verifier: verifier });
    expect(await idTokenClaims(provider.url, body.id_token)).toMatchObject({
      ...claims,
      iss: provider.url,
      aud: portal.clientId,
      nonce: 'the-nonce',
    });
    const userinfo = await fetch(`${provider.url}/me`, {
      headers: { authorization: `Bearer ${body.access_token}` },
    });
    expect(await userinfo.json()).toEqual(claims);
    expect(logger.info).toHaveBeenCalledWith('acme-01-engineer signed in');
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('lets a code be used once, with the right verifier only', async () => {
    const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };
    const codeOf = async () => (await signIn(pkce)).searchParams.get('code')!;
    const wrong = await exchange(await codeOf(), {
      code_verifier: 'w'.repeat(64),
    });
    expect(wrong).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });

    browser = new Browser();
    const code = await codeOf();
    const verified = { code_verifier: verifier };
    expect((await exchange(code, verified)).status).toBe(200);
    expect((await exchange(code, verified)).body.error).toBe('invalid_grant');
  });

  it('knows who is signed in already, and refreshes tokens', async () => {
    await signIn();
    const again = await browser.follow(await browser.get(authorizationUrl()));
    const code = new URL(redirectOf(again)!).searchParams.get('code')!;
    const { body } = await exchange(code);
    const refreshed = await token({
      grant_type: 'refresh_token',
      refresh_token: body.refresh_token,
    });
    expect(
      await idTokenClaims(provider.url, refreshed.body.id_token),
    ).toMatchObject(claims);
  });

  it('signs out after asking, and revokes what was granted', async () => {
    const code = (await signIn()).searchParams.get('code')!;
    const { body } = await exchange(code);
    const page = await browser.get(
      `${provider.url}/session/end?${new URLSearchParams({
        id_token_hint: body.id_token,
        post_logout_redirect_uri: 'http://localhost:7007',
      })}`,
    );
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(await page.text())![1];
    const done = await browser.submit(`${provider.url}/session/end/confirm`, {
      xsrf,
      logout: 'yes',
    });
    expect(redirectOf(done)).toBe('http://localhost:7007/');

    const refresh = { grant_type: 'refresh_token' };
    const { status } = await token({
      ...refresh,
      refresh_token: body.refresh_token,
    });
    expect(status).toBe(400);
    const next = await browser.follow(await browser.get(authorizationUrl()));
    expect(await next.text()).toContain('Choose who you want to be');
  });

  it('shows every user, escaped, with no script and nothing from elsewhere', async () => {
    const page = await browser.follow(await browser.get(authorizationUrl()));
    const html = await page.text();
    expect(html).toContain('Olga &lt;b>Operator&lt;/b>');
    expect(html).toContain('Ada Engineer');
    expect(html).toContain('asks for no passwords');
    expect(html).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self' http://localhost:7007; frame-ancestors 'none'; base-uri 'none'",
    );
    const styles = await browser.get(`${provider.url}/_assets/identity.css`);
    expect(styles.headers.get('content-type')).toContain('text/css');
  });

  it.each([
    ['another redirect address', { redirect_uri: 'http://evil.example/' }],
    ['an unknown client', { client_id: 'nobody' }],
  ])('refuses %s on its own page', async (_what, overrides) => {
    const response = await browser.get(authorizationUrl(overrides));
    expect(response.status).toBe(400);
    expect(redirectOf(response)).toBeUndefined();
    expect(await response.text()).toContain('This sign-in cannot go on');
  });

  it('refuses a request without PKCE from a client that has to use it', async () => {
    const url = authorizationUrl({ client_id: 'strict' });
    const back = new URL(redirectOf(await browser.get(url))!);
    expect(back.searchParams.get('error')).toBe('invalid_request');
    expect(back.searchParams.get('error_description')).toContain('PKCE');
  });

  it('refuses a wrong client secret', async () => {
    const code = (await signIn()).searchParams.get('code')!;
    const form = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
    };
    expect(await token(form, 'wrong')).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    });
  });

  it('refuses a user that does not exist, and a sign-in that was not begun', async () => {
    const page = await browser.follow(await browser.get(authorizationUrl()));
    const unknown = await browser.submit(page.url, { username: 'mallory' });
    expect(unknown.status).toBe(400);
    expect(await unknown.text()).toContain('There is no such user');

    const stranger = await new Browser().submit(page.url, {
      username: 'operator',
    });
    expect(stranger.status).toBe(400);
    expect(await stranger.text()).toContain('begun in another browser');
    expect(logger.info).not.toHaveBeenCalled();
  });

  it('refuses to answer to another name', async () => {
    expect(await statusForHost(port, 'evil.example')).toBe(421);
    expect(await statusForHost(port, `localhost:${port}`)).toBe(200);
  });

  it('keeps its keys over a restart, in a file for the owner only', async () => {
    const code = (await signIn()).searchParams.get('code')!;
    const { body } = await exchange(code);
    const file = join(dataDirectory, 'identity-keys.json');
    expect((await stat(file)).mode % 0o1000).toBe(0o600);
    const keys = await readFile(file, 'utf8');

    await provider.close();
    provider = await start();
    expect(await readFile(file, 'utf8')).toBe(keys);
    expect(await idTokenClaims(provider.url, body.id_token)).toMatchObject(
      claims,
    );
  });

  it('says which file is damaged, and nothing of its content', async () => {
    const file = join(dataDirectory, 'identity-keys.json');
    await writeFile(file, '{"signingKey": "secret"}');
    const failure = start();
    await expect(failure).rejects.toThrow(file);
    await expect(failure).rejects.not.toThrow('secret');
  });
});

/** Claims of an ID token whose signature fits a published key. */
async function idTokenClaims(url: string, idToken: string) {
  const [header, payload, signature] = idToken.split('.');
  const decode = (part: string) => Buffer.from(part, 'base64url');
  const { alg, kid } = JSON.parse(decode(header).toString());
  const { keys } = await (await fetch(`${url}/jwks`)).json();
  const jwk = keys.find((key: { kid: string }) => key.kid === kid);
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const signed = Buffer.from(`${header}.${payload}`);
  const isGenuine =
    alg === 'RS256' && verify('sha256', signed, key, decode(signature));
  return isGenuine ? JSON.parse(decode(payload).toString()) : undefined;
}

/** Like a page of a foreign site whose name leads to this machine; fetch does not allow it. */
function statusForHost(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { host };
    request({ host: '127.0.0.1', port, path: '/jwks', headers }, response => {
      response.resume();
      resolve(response.statusCode!);
    })
      .on('error', reject)
      .end();
  });
}
