import { readFile } from 'node:fs/promises';
import { ClusterConnection } from './readClusterConnections';

/** The bearer token of one cluster, read again once the server refuses it. */
export class BearerToken {
  readonly #connection: ClusterConnection;
  #token: string;
  #reading: Promise<string> | undefined;

  constructor(connection: ClusterConnection) {
    this.#connection = connection;
    this.#token = connection.token;
  }

  /** @throws Error when it has to be read first and cannot be. */
  async current(): Promise<string> {
    return this.#token || this.#read();
  }

  /**
   * Reads the token again after the server refused one; whether there is another one now.
   *
   * @throws Error when it cannot be read.
   */
  async renew(refused: string): Promise<boolean> {
    // Requests at the same time are refused together; the first of them has renewed it.
    return this.#token !== refused || (await this.#read()) !== refused;
  }

  async #read(): Promise<string> {
    const { readToken, token } = this.#connection;
    this.#reading ??= (readToken?.() ?? Promise.resolve(token)).finally(() => {
      this.#reading = undefined;
    });
    this.#token = await this.#reading;
    return this.#token;
  }
}

/**
 * Reads a token from a file, as Kubernetes mounts and rotates them.
 *
 * @throws Error that names the file, when it cannot be read or is empty.
 */
export async function readTokenFile(path: string): Promise<string> {
  const token = await readFile(path, 'utf8').then(
    text => text.trim(),
    () => '',
  );
  if (!token) {
    throw new Error(`the token file ${path} cannot be read or is empty`);
  }
  return token;
}
