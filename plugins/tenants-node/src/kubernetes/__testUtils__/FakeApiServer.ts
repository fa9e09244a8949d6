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

interface Collection {
  objects: Map<string, FakeObject>;
  /** Every change, in order. */
  history: { version: number; text: string }[];
  /** Watches from before this version are refused. */
  oldest: number;
  watches: Set<ServerResponse>;
}

/**
 * An API server with just enough behaviour to watch it, and to break it: it lists in pages, sends
 * watch events from any version on, and any path can be made to answer something else.
 */
export class FakeApiServer {
  /** The token that it accepts. */
  token = 'fake-token';
  /** How many objects a page holds. */
  pageSize = 2;
  /** The `Date` header; the machine's when absent. */
  date: Date | undefined;
  /** Paths of all lists and watches that were asked for, in order. */
  readonly requests: string[] = [];
  /** How often the API groups were asked for. */
  discoveries = 0;
  readonly #server: Server;
  readonly #collections = new Map<string, Collection>();
  readonly #answers = new Map<string, Answer>();
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
    this.#collections.set(path, {
      objects: new Map(),
      history: [],
      oldest: 0,
      watches: new Set(),
    });
    objects.forEach(object => this.put(path, object));
  }

  put(path: string, object: FakeObject): void {
    const { objects } = this.#collections.get(path)!;
    const key = `${object.metadata.namespace}/${object.metadata.name}`;
    const type = objects.has(key) ? 'MODIFIED' : 'ADDED';
    objects.set(key, this.#stamp(object));
    this.#record(path, { type, object: objects.get(key) });
  }

  remove(path: string, namespace: string, name: string): void {
    const { objects } = this.#collections.get(path)!;
    const object = objects.get(`${namespace}/${name}`)!;
    objects.delete(`${namespace}/${name}`);
    this.#record(path, { type: 'DELETED', object: this.#stamp(object) });
  }

  /** Sends to every open watch of a collection; text goes out as it is. */
  send(path: string, event: object | string): void {
    const text =
      typeof event === 'string' ? event : `${JSON.stringify(event)}\n`;
    this.#collections.get(path)?.watches.forEach(watch => watch.write(text));
  }

  dropWatches(path: string): void {
    this.#collections.get(path)?.watches.forEach(watch => watch.destroy());
  }

  /** Forgets what has changed so far, so that a watch can only go on from now. */
  forgetHistory(path: string): void {
    this.#collections.get(path)!.oldest = ++this.#version;
  }

  openWatches(path: string): number {
    return this.#collections.get(path)?.watches.size ?? 0;
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

  #record(path: string, event: object): void {
    const text = `${JSON.stringify(event)}\n`;
    this.#collections.get(path)!.history.push({ version: this.#version, text });
    this.send(path, text);
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url!, 'http://fake');
    const broken = this.#answers.get(pathname) ?? this.#answers.get('*');
    if (this.date) {
      response.setHeader('date', this.date.toUTCString());
    }
    this.#count(pathname, searchParams);
    if (broken) {
      broken(request, response);
    } else if (request.headers.authorization !== `Bearer ${this.token}`) {
      sendStatus(response, 401, 'Unauthorized');
    } else if (pathname === '/version') {
      response.end('{"major":"1"}');
    } else if (pathname === '/apis') {
      response.end(JSON.stringify({ groups: this.#groups() }));
    } else if (!this.#collections.has(pathname)) {
      sendStatus(response, 404, 'the server could not find the resource');
    } else if (searchParams.has('watch')) {
      this.#watch(
        pathname,
        Number(searchParams.get('resourceVersion')),
        response,
      );
    } else {
      this.#list(pathname, Number(searchParams.get('continue')), response);
    }
  }

  #count(pathname: string, query: URLSearchParams): void {
    if (pathname === '/apis') {
      this.discoveries++;
    } else if (pathname !== '/version') {
      this.requests.push(
        `${query.has('watch') ? 'watch' : 'list'} ${pathname}`,
      );
    }
  }

  #groups(): object[] {
    const groups = [...this.#collections.keys()]
      .map(path => path.split('/'))
      .filter(([, root]) => root === 'apis')
      .map(([, , name, version]) => ({ name, versions: [{ version }] }));
    // A cluster always has some.
    return [...groups, { name: 'apps', versions: [{ version: 'v1' }] }];
  }

  #list(path: string, from: number, response: ServerResponse): void {
    const objects = [...this.#collections.get(path)!.objects.values()];
    const end = from + this.pageSize;
    const metadata = {
      resourceVersion: String(this.#version),
      continue: end < objects.length ? String(end) : undefined,
    };
    const items = objects.slice(from, end);
    response.end(JSON.stringify({ kind: 'List', metadata, items }));
  }

  #watch(path: string, from: number, response: ServerResponse): void {
    const { watches, history, oldest } = this.#collections.get(path)!;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    if (from < oldest) {
      const object = { kind: 'Status', code: 410, message: 'too old' };
      response.end(`${JSON.stringify({ type: 'ERROR', object })}\n`);
      return;
    }
    history
      .filter(({ version }) => version > from)
      .forEach(({ text }) => response.write(text));
    watches.add(response);
    response.on('close', () => watches.delete(response));
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
