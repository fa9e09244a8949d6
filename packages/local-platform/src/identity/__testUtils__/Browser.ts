/** A browser as far as signing in needs one: cookies, redirects one at a time, forms. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  async get(url: string): Promise<Response> {
    return this.#request(url, {});
  }

  async submit(url: string, form: Record<string, string>): Promise<Response> {
    return this.#request(url, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
  }

  /** Follows redirects until there is none, or one that leaves the site. */
  async follow(response: Response): Promise<Response> {
    let current = response;
    for (let hops = 0; hops < 10; hops++) {
      const next = redirectOf(current);
      if (!next || new URL(next).origin !== new URL(current.url).origin) break;
      current = await this.get(next);
    }
    return current;
  }

  async #request(url: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.#cookies].map(pair => pair.join('=')).join('; ');
    const response = await fetch(url, {
      ...init,
      headers: { cookie },
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      this.#cookies.set(name, value);
    }
    return response;
  }
}

/** Where a response redirects to, as an absolute URL. */
export function redirectOf(response: Response): string | undefined {
  const location = response.headers.get('location');
  return location ? new URL(location, response.url).href : undefined;
}
