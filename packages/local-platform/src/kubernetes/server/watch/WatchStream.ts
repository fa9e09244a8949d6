import { ServerResponse } from 'node:http';

/** A reader that is this far behind is cut off, and has to list again. */
const maxBacklogBytes = 64 * 1024 * 1024;
const bookmarkIntervalMs = 60_000;

export interface WatchStreamOptions {
  timeoutSeconds: number;
  /** Makes the object of a bookmark; absent when the client wants none. */
  bookmark?: () => object;
}

/** The answer to a watch: one event per line. */
export class WatchStream {
  readonly #response: ServerResponse;

  constructor(response: ServerResponse, options: WatchStreamOptions) {
    const { timeoutSeconds, bookmark } = options;
    this.#response = response;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    const sendBookmark = () => bookmark && this.send('BOOKMARK', bookmark());
    const bookmarks = setInterval(sendBookmark, bookmarkIntervalMs);
    const end = setTimeout(() => {
      sendBookmark();
      this.end();
    }, timeoutSeconds * 1000);
    this.onClose(() => {
      clearInterval(bookmarks);
      clearTimeout(end);
    });
  }

  send(type: string, object: object): void {
    if (this.#response.writableEnded || this.#response.destroyed) {
      return;
    }
    this.#response.write(`${JSON.stringify({ type, object })}\n`);
    if (this.#response.writableLength > maxBacklogBytes) {
      this.#response.destroy();
    }
  }

  end(): void {
    this.#response.end();
  }

  /** Calls back once the watch is over, whoever ended it. */
  onClose(callback: () => void): void {
    this.#response.once('close', callback);
  }
}
