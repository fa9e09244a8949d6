import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';

/** Counts the requests that each server of this process has received. */
export class RequestCounter {
  readonly #names = new Map<number, string>();
  readonly #counts: Record<string, number> = {};

  constructor() {
    subscribe('http.server.request.start', message => {
      const { request } = message as { request: IncomingMessage };
      const name = this.#names.get(request.socket.localPort ?? 0);
      if (name) {
        this.#counts[name] += 1;
      }
    });
  }

  /** @param url - address of a server on this machine. */
  add(name: string, url: string): void {
    this.#names.set(Number(new URL(url).port), name);
    this.#counts[name] ??= 0;
  }

  /** Requests since the start, by the name of the server. */
  counts(): Record<string, number> {
    return { ...this.#counts };
  }
}
