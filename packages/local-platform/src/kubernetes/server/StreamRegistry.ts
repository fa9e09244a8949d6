import { ServerResponse } from 'node:http';

/** The answers that are still being written: watches and followed logs. */
export class StreamRegistry {
  readonly #open = new Set<ServerResponse>();
  #isHeld = false;

  add(response: ServerResponse): void {
    this.#open.add(response);
    response.once('close', () => this.#open.delete(response));
  }

  /** Ends all of them, as an API server does that shuts down. */
  endAll(): void {
    this.#open.forEach(response => response.end());
  }

  /** Breaks all of them off. */
  dropAll(): void {
    this.#open.forEach(response => response.destroy());
  }

  /** Keeps back what is written to them, and lets it out again. */
  hold(isHeld: boolean): void {
    if (isHeld === this.#isHeld) {
      return;
    }
    this.#isHeld = isHeld;
    this.#open.forEach(response =>
      isHeld ? response.cork() : response.uncork(),
    );
  }
}
