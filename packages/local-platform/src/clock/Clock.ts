/** The one source of time and delays for everything that is simulated. */
export interface Clock {
  now(): Date;
  /** Calls back once after the delay, in milliseconds; returns the function that cancels. */
  after(delayMs: number, callback: () => void): () => void;
}

/**
 * A clock that stands until it is moved, and that can be set going. History is replayed and tests
 * are run on the standing clock; `goLive` hands over to the machine's time.
 */
export interface SimulatedClock extends Clock {
  /** Moves on, calling back everything that falls due on the way, each at its own time. */
  advance(durationMs: number): void;
  /**
   * Jumps ahead as if the machine had slept: what fell due meanwhile is called back once, late.
   * Does nothing when the moment has passed.
   */
  skipTo(moment: Date): void;
  /** Follows the machine's time from now on. */
  goLive(): void;
  /** Forgets every callback, and takes no more. */
  close(): void;
}
