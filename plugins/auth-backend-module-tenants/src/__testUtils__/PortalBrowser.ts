import { ClientAuthResponse } from '@backstage/plugin-auth-node';

/** What the portal tells the page that opened the window of the sign-in. */
export type SignInAnswer = {
  response?: ClientAuthResponse<unknown>;
  error?: { name: string; message: string };
};

const maximumHops = 10;

/** A browser as far as signing in needs one: cookies for each site, redirects, one form. */
export class PortalBrowser {
  readonly #authUrl: string;
  readonly #cookies = new Map<string, Map<string, string>>();

  constructor(authUrl: string) {
    this.#authUrl = authUrl;
  }

  /** Goes to the identity provider, picks the user there, and comes back. */
  async signIn(username: string): Promise<SignInAnswer> {
    const page = await this.#follow(
      await this.request(`${this.#authUrl}/oidc/start?env=development`),
    );
    const picked = await this.request(page.url, {
      method: 'POST',
      body: new URLSearchParams({ username }),
    });
    const script = await (await this.#follow(picked)).text();
    const [, encoded] = /authResponse = decodeURIComponent\('([^']*)'/.exec(
      script,
    )!;
    return JSON.parse(decodeURIComponent(encoded));
  }

  refresh(): Promise<Response> {
    return this.#ask('refresh', 'GET');
  }

  signOut(): Promise<Response> {
    return this.#ask('logout', 'POST');
  }

  /** The cookies that the portal has set, to be kept or played back. */
  portalCookies(): Map<string, string> {
    return new Map(this.#jar(this.#authUrl));
  }

  restorePortalCookies(cookies: ReadonlyMap<string, string>): void {
    this.#cookies.set(new URL(this.#authUrl).origin, new Map(cookies));
  }

  async request(url: string, init: RequestInit = {}): Promise<Response> {
    const jar = this.#jar(url);
    const response = await fetch(url, {
      ...init,
      headers: {
        ...init.headers,
        cookie: [...jar.values()].join('; '),
      },
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) {
      const [, cookie, name] = /^(([^=]+)=[^;]*)/.exec(line)!;
      // One of another path or domain is another one, and goes by itself.
      const place = line.match(/(path|domain)=[^;]*/gi) ?? [];
      const key = [name, ...place.sort()].join();
      if (/Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(line)) {
        jar.delete(key);
      } else {
        jar.set(key, cookie);
      }
    }
    return response;
  }

  #ask(action: string, method: string): Promise<Response> {
    return this.request(`${this.#authUrl}/oidc/${action}?env=development`, {
      method,
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
  }

  async #follow(response: Response): Promise<Response> {
    let current = response;
    for (let hops = 0; hops < maximumHops; hops += 1) {
      const location = current.headers.get('location');
      if (!location) {
        return current;
      }
      const next = new URL(location, current.url).href;
      current = await this.request(next);
    }
    return current;
  }

  #jar(url: string): Map<string, string> {
    const { origin } = new URL(url);
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    return jar;
  }
}
