const timeoutMs = 30_000;

/** A portal as one caller sees it. */
export class PortalApi {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /** @throws Error naming the path when it is not answered with a value. */
  async read<T>(path: string): Promise<T> {
    return this.#request<T>('GET', path);
  }

  /** @throws Error naming the path when it is not answered with a value. */
  async send<T>(path: string, body: object): Promise<T> {
    return this.#request<T>('POST', path, body);
  }

  async #request<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.#token}`,
        'Content-Type': 'application/json',
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) {
      throw new Error(
        `${method} ${path} answers ${
          response.status
        }: ${await response.text()}`,
      );
    }
    // Whoever asks knows the answers of the API.
    return response.json() as Promise<T>;
  }
}
