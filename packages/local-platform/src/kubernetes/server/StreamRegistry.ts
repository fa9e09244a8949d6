import { ServerResponse } from 'node:http';

/** The answers that are still being written: watches and followed logs. */
export class StreamRegistry {
  readonly #open = new Set<ServerResponse>();

  add(response: ServerResponse): void {
    this.#open.add(response);
    response.once('close', () => this.#open.delete(response));
  }

  /** Ends all of them, as an API server does that shuts down. */
  endAll(): void {
    this.#open.forEach(response => response.end());
  }
}
