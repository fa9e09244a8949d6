/**
 * What a cluster knows the portal by. Never to be logged.
 *
 * @public
 */
export interface ClusterToken {
  token: string;
  /** From when on it is refused; absent where only the API server knows. */
  expiresAt?: Date;
}

/**
 * Reads the token as it is now, anew each time.
 *
 * @param signal - aborts once nobody waits any longer
 * @throws Error that says why there is none; the message is redacted before anybody sees it.
 */
export type ReadToken = (signal: AbortSignal) => Promise<ClusterToken>;
