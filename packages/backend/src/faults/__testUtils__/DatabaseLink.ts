import { once } from 'node:events';
import { AddressInfo, connect, createServer, Server, Socket } from 'node:net';

/** The network between portals and their database, which can be cut. */
export class DatabaseLink {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #isCut = false;

  private constructor(database: { host: string; port: number }) {
    this.#server = createServer(client => {
      if (this.#isCut) {
        client.destroy();
        return;
      }
      const upstream = connect(database);
      this.#join(client, upstream);
      this.#join(upstream, client);
    });
  }

  static async open(database: {
    host: string;
    port: number;
  }): Promise<DatabaseLink> {
    const link = new DatabaseLink(database);
    link.#server.listen(0, '127.0.0.1');
    await once(link.#server, 'listening');
    return link;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  cut(): void {
    this.#isCut = true;
    this.#sockets.forEach(socket => socket.destroy());
  }

  mend(): void {
    this.#isCut = false;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #join(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.pipe(to);
    // A connection that breaks on one side is broken on the other.
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
  }
}
