import { Agent, errors, request } from 'undici';
import { PortalClient } from '../portal/PortalClient';

const timeoutMs = 60_000;

/** Whether a request failed because there was no answer to it within a minute. */
export function isNotAnswered(error: unknown): boolean {
  return (
    error instanceof errors.HeadersTimeoutError ||
    error instanceof errors.BodyTimeoutError
  );
}

/** Sends requests to a portal over connections that are kept, as browsers do. */
export class Requests {
  readonly #agent = new Agent({
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connections: 256,
  });

  constructor(private readonly baseUrl: string) {}

  /**
   * @returns the number of bytes of the body.
   * @throws Error when the answer is no success.
   */
  async get(path: string): Promise<number> {
    return this.#send(path, { method: 'GET' });
  }

  /** The same with a body in JSON. */
  async post(path: string, body: string): Promise<number> {
    return this.#send(path, { method: 'POST', body });
  }

  async json<T>(path: string): Promise<T> {
    const { statusCode, body } = await request(`${this.baseUrl}${path}`, {
      dispatcher: this.#agent,
      headers: PortalClient.headers,
    });
    if (statusCode !== 200) {
      throw new Error(`${path} answers ${statusCode}: ${await body.text()}`);
    }
    return (await body.json()) as T;
  }

  close(): Promise<void> {
    return this.#agent.close();
  }

  async #send(
    path: string,
    init: { method: 'GET' | 'POST'; body?: string },
  ): Promise<number> {
    const { statusCode, body } = await request(`${this.baseUrl}${path}`, {
      ...init,
      dispatcher: this.#agent,
      headers: {
        ...PortalClient.headers,
        ...(init.body ? { 'Content-Type': 'application/json' } : {}),
      },
    });
    const { byteLength } = await body.arrayBuffer();
    if (statusCode !== 200) {
      throw new Error(`${path} answers ${statusCode}.`);
    }
    return byteLength;
  }
}
