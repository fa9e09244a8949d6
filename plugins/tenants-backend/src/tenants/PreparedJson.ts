import { createHash } from 'node:crypto';
import { isSame } from './isSame';

/** An answer that is written to many callers as it is. */
export interface PreparedJson {
  body: Buffer;
  etag: string;
}

/** Serialises a value once. */
export function prepareJson(value: unknown): PreparedJson {
  return prepareText(JSON.stringify(value));
}

/** As `prepareJson`, for JSON that is text already. */
export function prepareText(json: string): PreparedJson {
  const body = Buffer.from(json);
  const digest = createHash('sha256').update(body).digest('base64url');
  return { body, etag: `"${digest}"` };
}

interface Entry {
  basis: readonly unknown[];
  prepared: PreparedJson;
}

/**
 * Keeps answers for as long as what they were made from is the same. Those that were asked for
 * last stay when there is no more room.
 */
export class PreparedCache {
  readonly #maximumBytes: number;
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;

  constructor(maximumBytes: number) {
    this.#maximumBytes = maximumBytes;
  }

  /** The answer made from the basis, compared part by part; `make` is called when it is not kept. */
  get(
    key: string,
    basis: readonly unknown[],
    make: () => PreparedJson,
  ): PreparedJson {
    const entry = this.#entries.get(key);
    if (entry && isSame(entry.basis, basis)) {
      this.#entries.delete(key);
      this.#entries.set(key, entry);
      return entry.prepared;
    }
    const prepared = make();
    this.#drop(key);
    this.#entries.set(key, { basis, prepared });
    this.#bytes += prepared.body.length;
    this.#shrink();
    return prepared;
  }

  #shrink(): void {
    for (const key of this.#entries.keys()) {
      if (this.#bytes <= this.#maximumBytes) {
        return;
      }
      this.#drop(key);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#entries.get(key)?.prepared.body.length ?? 0;
    this.#entries.delete(key);
  }
}
