import { once } from 'node:events';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/**
 * A server in the place of clusters, metrics, identity provider and forge that fails, and tells in
 * its answers everything that it was sent, credentials included: the worst that the portal could
 * pass on.
 */
export class TellTaleServer {
  readonly #server: Server;
  /** Where requests that only read the forge get true answers. */
  #forge: string | undefined;
  /** What it was sent, one text for each request. */
  readonly received: string[] = [];

  private constructor(forge: string) {
    this.#forge = forge;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  static async start(forge: string): Promise<TellTaleServer> {
    const server = new TellTaleServer(forge);
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server, 'listening');
    return server;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://localhost:${port}`;
  }

  /** From now on reading the forge fails as well. */
  failForge(): void {
    this.#forge = undefined;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { url = '', method, headers } = request;
    const sent = JSON.stringify({
      url,
      headers,
      body: await text(request),
    });
    this.received.push(sent);
    if (url.startsWith('/identity/.well-known/')) {
      send(response, 200, this.#metadata());
    } else if (this.#forge && method === 'GET' && isForgePath(url)) {
      await pass(`${this.#forge}${url}`, headers.authorization, response);
    } else {
      const error = `It fails. It was sent ${sent}`;
      const kind = 'Status';
      send(response, 500, {
        kind,
        message: error,
        error,
        error_description: error,
      });
    }
  }

  #metadata() {
    const base = `${this.url}/identity`;
    return {
      issuer: base,
      authorization_endpoint: `${base}/authorize`,
      token_endpoint: `${base}/token`,
      userinfo_endpoint: `${base}/userinfo`,
      jwks_uri: `${base}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }
}

function isForgePath(url: string): boolean {
  return url.startsWith('/api/v1/') || url.startsWith('/platform/');
}

async function pass(
  url: string,
  authorization: string | undefined,
  response: ServerResponse,
): Promise<void> {
  const answer = await fetch(url, {
    headers: authorization ? { authorization } : {},
  });
  response.writeHead(answer.status, {
    'Content-Type': answer.headers.get('content-type') ?? 'text/plain',
  });
  response.end(Buffer.from(await answer.arrayBuffer()));
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}
