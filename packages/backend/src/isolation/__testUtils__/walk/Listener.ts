import { once } from 'node:events';

const timeoutMs = 10_000;
/** The signals plugin begins to take WebSockets when it is first asked for one. */
const maximumAttempts = 3;

/** Somebody who listens to the live events of a portal. */
export class Listener {
  readonly #socket: WebSocket;
  readonly #heard: string[] = [];

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) =>
      this.#heard.push(String(data)),
    );
  }

  /** @throws Error when the portal does not let them in. */
  static async open(
    url: string,
    token: string | undefined,
    channels: readonly string[],
  ): Promise<Listener> {
    const listener = new Listener(await connect(url, token));
    for (const channel of channels) {
      const message = { action: 'subscribe', channel };
      listener.#socket.send(JSON.stringify(message));
    }
    return listener;
  }

  /** Everything that was heard so far. */
  get heard(): string {
    return this.#heard.join('\n');
  }

  close(): void {
    this.#socket.close();
  }
}

async function connect(
  url: string,
  token: string | undefined,
): Promise<WebSocket> {
  const address = `${url.replace(/^http/, 'ws')}/api/signals`;
  for (let attempt = 0; attempt < maximumAttempts; attempt += 1) {
    const socket = new WebSocket(address, token ? [token] : []);
    if (await opens(socket)) {
      return socket;
    }
    socket.close();
  }
  throw new Error(`${address} takes no connection`);
}

async function opens(socket: WebSocket): Promise<boolean> {
  const signal = AbortSignal.timeout(timeoutMs);
  return Promise.race([
    once(socket, 'open', { signal }).then(() => true),
    once(socket, 'error', { signal }).then(() => false),
  ]).catch(() => false);
}
