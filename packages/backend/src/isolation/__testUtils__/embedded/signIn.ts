const maximumHops = 10;
const timeoutMs = 30_000;

/** A browser as far as signing in needs one. Its cookies are for all ports of the machine. */
class Browser {
  readonly #cookies = new Map<string, string>();

  async request(url: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(url, {
      ...init,
      headers: { cookie: [...this.#cookies.values()].join('; ') },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    for (const line of response.headers.getSetCookie()) {
      const [cookie] = line.split(';');
      this.#cookies.set(cookie.split('=')[0], cookie);
    }
    return response;
  }

  async follow(response: Response): Promise<Response> {
    let current = response;
    for (let hops = 0; hops < maximumHops; hops += 1) {
      const location = current.headers.get('location');
      if (!location) {
        break;
      }
      current = await this.request(new URL(location, current.url).href);
    }
    return current;
  }
}

/**
 * Signs in at a portal on the local platform, as a browser does it.
 *
 * @param username - One of the users of the platform's identity provider.
 * @returns the token of the user
 * @throws Error with what the portal says when it gives none.
 */
export async function signIn(
  portalUrl: string,
  username: string,
): Promise<string> {
  const browser = new Browser();
  const start = `${portalUrl}/api/auth/oidc/start?env=development&scope=openid%20profile%20email`;
  const page = await browser.follow(await browser.request(start));
  const picked = await browser.request(page.url, {
    method: 'POST',
    body: new URLSearchParams({ username }),
  });
  const script = await (await browser.follow(picked)).text();
  const [, encoded = ''] =
    /authResponse = decodeURIComponent\('([^']*)'/.exec(script) ?? [];
  const answer = JSON.parse(decodeURIComponent(encoded) || '{}');
  const token = answer.response?.backstageIdentity?.token;
  if (!token) {
    throw new Error(`${username} cannot sign in: ${script}`);
  }
  return token;
}
