/** Watches how long the event loop stands still. */
export class EventLoop {
  #longestMs = 0;
  #lastAt = performance.now();
  readonly #timer = setInterval(() => this.#turn(), 1);

  /** The longest time, in milliseconds, in which nothing else could run. */
  stop(): number {
    this.#turn();
    clearInterval(this.#timer);
    return this.#longestMs;
  }

  #turn(): void {
    const now = performance.now();
    this.#longestMs = Math.max(this.#longestMs, now - this.#lastAt);
    this.#lastAt = now;
  }
}

/** Keeps the processor busy. */
export function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}
