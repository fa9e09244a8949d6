import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';

/** A server that listens. */
export interface LoopbackServer {
  /** For example `http://localhost:7102`. */
  url: string;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/**
 * Serves plain HTTP on the loopback interface; port 0 stands for any free one.
 *
 * @throws Error with the code `EADDRINUSE` when the port is taken.
 */
export async function listenOnLoopback(
  handler: RequestListener,
  port: number,
): Promise<LoopbackServer> {
  const server = createServer(handler);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => closeServer(server),
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close(error => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
