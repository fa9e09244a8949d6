import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { ClusterConnection } from '../readClusterConnections';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

interface FakeObject {
  metadata: { name: string; namespace: string; [field: string]: unknown };
  [field: string]: unknown;
}

/**
 * An API server with just enough behaviour to watch it, and to break it: it lists in pages of two,
 * sends watch events, and any path can be made to answer something else.
 */
export class FakeApiServer {
  readonly token = 'fake-token';
  /** Paths of all lists and watches that were asked for, in order. */
  readonly requests: string[] = [];
  readonly #server: Server;
  readonly #collections = new Map<string, Map<string, FakeObject>>();
  readonly #answers = new Map<string, Answer>();
  readonly #watches = new Map<string, Set<ServerResponse>>();
  #version = 100;

  private constructor() {
    this.#server = createServer((request, response) =>
      this.#handle(request, response),
    );
  }

  static async start(): Promise<FakeApiServer> {
    const server = new FakeApiServer();
    await new Promise<void>(resolve => {
      server.#server.listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  connection(overrides: Partial<ClusterConnection> = {}): ClusterConnection {
    const { port } = this.#server.address() as AddressInfo;
    return {
      name: 'devnet',
      url: `http://127.0.0.1:${port}`,
      token: this.token,
      skipTlsVerify: false,
      ...overrides,
    };
  }

  /** Makes a collection exist, so that its list is not 404. */
  serve(path: string, ...objects: FakeObject[]): void {
    this.#collections.set(path, new Map());
    objects.forEach(object => this.put(path, object));
  }

  put(path: string, object: FakeObject): void {
    const collection = this.#collections.get(path)!;
    const key = `${object.metadata.namespace}/${object.metadata.name}`;
    const type = collection.has(key) ? 'MODIFIED' : 'ADDED';
    collection.set(key, this.#stamp(object));
    this.send(path, { type, object: collection.get(key) });
  }

  remove(path: string, namespace: string, name: string): void {
    const object = this.#collections.get(path)!.get(`${namespace}/${name}`)!;
    this.#collections.get(path)!.delete(`${namespace}/${name}`);
    this.send(path, { type: 'DELETED', object: this.#stamp(object) });
  }

  /** Sends to every open watch of a collection; text goes out as it is. */
  send(path: string, event: object | string): void {
    const text =
      typeof event === 'string' ? event : `${JSON.stringify(event)}\n`;
    this.#watches.get(path)?.forEach(response => response.write(text));
  }

  dropWatches(path: string): void {
    this.#watches.get(path)?.forEach(response => response.destroy());
  }

  openWatches(path: string): number {
    return this.#watches.get(path)?.size ?? 0;
  }

  /** Answers a path (`*` for all) in another way, until `repair`. */
  break(path: string, answer: Answer): void {
    this.#answers.set(path, answer);
  }

  repair(path: string): void {
    this.#answers.delete(path);
  }

  #stamp(object: FakeObject): FakeObject {
    const resourceVersion = String(++this.#version);
    return { ...object, metadata: { ...object.metadata, resourceVersion } };
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url!, 'http://fake');
    const broken = this.#answers.get(pathname) ?? this.#answers.get('*');
    if (pathname !== '/version') {
      const verb = searchParams.has('watch') ? 'watch' : 'list';
      this.requests.push(`${verb} ${pathname}`);
    }
    if (broken) {
      broken(request, response);
    } else if (request.headers.authorization !== `Bearer ${this.token}`) {
      sendStatus(response, 401, 'Unauthorized');
    } else if (pathname === '/version') {
      response.end('{"major":"1"}');
    } else if (!this.#collections.has(pathname)) {
      sendStatus(response, 404, 'the server could not find the resource');
    } else if (searchParams.has('watch')) {
      this.#watch(pathname, response);
    } else {
      this.#list(pathname, Number(searchParams.get('continue')), response);
    }
  }

  #list(path: string, from: number, response: ServerResponse): void {
    const objects = [...this.#collections.get(path)!.values()];
    const next = from + 2 < objects.length ? String(from + 2) : undefined;
    const metadata = {
      resourceVersion: String(this.#version),
      continue: next,
    };
    const items = objects.slice(from, from + 2);
    response.end(JSON.stringify({ kind: 'List', metadata, items }));
  }

  #watch(path: string, response: ServerResponse): void {
    const watches = this.#watches.get(path) ?? new Set();
    this.#watches.set(path, watches.add(response));
    response.on('close', () => watches.delete(response));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
  }
}

/** Answers with a Kubernetes `Status`. */
export function sendStatus(
  response: ServerResponse,
  code: number,
  message: string,
): void {
  response.writeHead(code, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ kind: 'Status', code, message }));
}
