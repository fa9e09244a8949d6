import { once } from 'node:events';
import { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { createInterface } from 'node:readline';
import { adminToken, TestServer } from './startTestServer';

export interface ApiRequestOptions {
  method?: string;
  token?: string;
  headers?: Record<string, string>;
  /** Sent as JSON unless it is a text. */
  body?: unknown;
}

export interface ApiAnswer {
  status: number;
  headers: IncomingMessage['headers'];
  body: any;
}

/** Talks to a test server as any HTTP client would. */
export class ApiClient {
  readonly #server: TestServer;
  readonly #agent: Agent;

  constructor(server: TestServer) {
    this.#server = server;
    this.#agent = new Agent({ ca: server.certificates.caCertificate });
  }

  async send(path: string, options?: ApiRequestOptions): Promise<ApiAnswer> {
    const response = await this.#open(path, options);
    const chunks = await response.toArray();
    const text = Buffer.concat(chunks).toString();
    const isJson = response.headers['content-type']?.includes('json');
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : text,
    };
  }

  /** The events of a watch as they come. */
  async watch(
    path: string,
    options?: ApiRequestOptions,
  ): Promise<AsyncIterator<{ type: string; object: any }>> {
    const lines = await this.lines(path, options);
    return (async function* events() {
      for await (const line of lines) {
        yield JSON.parse(line);
      }
    })();
  }

  /** The lines of an answer as they come. */
  async lines(
    path: string,
    options?: ApiRequestOptions,
  ): Promise<AsyncIterableIterator<string>> {
    const input = await this.#open(path, options);
    // Begins to collect lines at once, not when the first one is asked for.
    return createInterface({ input })[Symbol.asyncIterator]();
  }

  async #open(
    path: string,
    {
      method = 'GET',
      token = adminToken,
      headers,
      body,
    }: ApiRequestOptions = {},
  ): Promise<IncomingMessage> {
    const content = typeof body === 'string' ? body : JSON.stringify(body);
    const sent = request(new URL(path, this.#server.url), {
      agent: this.#agent,
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(content !== undefined && {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(content)),
        }),
        ...headers,
      },
    });
    sent.end(content);
    const [response] = await once(sent, 'response');
    return response;
  }
}
