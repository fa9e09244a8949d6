import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import express, { Express, Request, Response } from 'express';

/** Whether to handle a request in place of the API; it may do so after the API has. */
export type Interception = (
  request: Request,
  response: Response,
) => boolean | void;

/** A request as the API got it. */
export interface ReceivedRequest {
  method: string;
  /** Decoded, with the query. */
  path: string;
  authorization?: string;
}

export const token = 'forge-token-0123456789';

/** HTTP on the loopback interface, for the API of one fake forge. */
export class FakeServer {
  readonly requests: ReceivedRequest[] = [];
  /** Asked before the API; for faults. */
  intercept: Interception = () => false;
  readonly #app: Express = express();
  #server?: Server;

  async start(addApi: (app: Express, host: string) => void): Promise<string> {
    this.#app.use(express.json({ limit: '32mb' }));
    this.#app.use((request, response, next) => {
      this.requests.push({
        method: request.method,
        path: decodeURIComponent(request.originalUrl),
        authorization:
          request.get('authorization') ?? request.get('private-token'),
      });
      if (this.intercept(request, response) !== true) {
        next();
      }
    });
    this.#server = createServer(this.#app).listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const { port } = this.#server.address() as AddressInfo;
    const host = `127.0.0.1:${port}`;
    addApi(this.#app, host);
    this.#app.use((request, response) => {
      const message = `The fake has no ${request.method} ${request.path}`;
      response.status(404).json({ message });
    });
    return host;
  }

  async stop(): Promise<void> {
    this.intercept = () => false;
    const closed = once(this.#server!, 'close');
    this.#server!.close();
    this.#server!.closeAllConnections();
    await closed;
  }
}
