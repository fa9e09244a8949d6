import { ClusterConnection } from '../readClusterConnections';
import { ClusterToken } from './ClusterToken';
import { CredentialsError } from './CredentialsError';
import { withinTime } from './withinTime';

const readTimeoutMs = 10_000;
/** How long before its end a token is replaced. */
const renewAheadMs = 2 * 60_000;
/** Shortest time between two readings: many requests may find out at once that they need one. */
const pauseMs = 1_000;

/** The bearer token of one cluster: read ahead of its end, and once the server refuses it. */
export class BearerToken {
  readonly #connection: ClusterConnection;
  #known: ClusterToken;
  #reading: Promise<string> | undefined;
  /** When the last reading ended, by `performance.now()`. */
  #readAt = -Infinity;

  constructor(connection: ClusterConnection) {
    this.#connection = connection;
    this.#known = { token: connection.token };
  }

  /** @throws CredentialsError when it has to be read first and cannot be. */
  async current(): Promise<string> {
    const { token, expiresAt } = this.#known;
    const leftMs = (expiresAt?.getTime() ?? Infinity) - Date.now();
    if (!token || leftMs <= 0) {
      return this.#read();
    }
    if (leftMs < renewAheadMs) {
      // It is still good, so nobody has to wait for the next one.
      this.#read().catch(() => undefined);
    }
    return token;
  }

  /**
   * Reads the token again after the server refused one; whether there is another one now.
   *
   * @throws CredentialsError when it cannot be read.
   */
  async renew(refused: string): Promise<boolean> {
    // Requests at the same time are refused together; the first of them has renewed it.
    return this.#known.token !== refused || (await this.#read()) !== refused;
  }

  /** What is being read, or was just now, is not read again; failures neither. */
  #read(): Promise<string> {
    if (!this.#reading || performance.now() - this.#readAt > pauseMs) {
      this.#readAt = Infinity;
      this.#reading = this.#readAnew();
    }
    return this.#reading;
  }

  async #readAnew(): Promise<string> {
    const { name, readToken } = this.#connection;
    try {
      if (readToken) {
        this.#known = await withinTime(readTimeoutMs, readToken);
      }
      return this.#known.token;
    } catch (error) {
      throw new CredentialsError(name, error);
    } finally {
      this.#readAt = performance.now();
    }
  }
}

const tokens = new WeakMap<ClusterConnection, BearerToken>();

/** The one token that all who talk to a cluster share. */
export function bearerTokenOf(connection: ClusterConnection): BearerToken {
  const known = tokens.get(connection) ?? new BearerToken(connection);
  tokens.set(connection, known);
  return known;
}
