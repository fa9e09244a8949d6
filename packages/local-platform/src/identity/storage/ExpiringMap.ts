interface Entry<T> {
  value: T;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

/** A map whose entries expire; when it is full, the entry that was set first makes room. */
export class ExpiringMap<T> {
  readonly #entries = new Map<string, Entry<T>>();

  constructor(
    private readonly options: { maximumSize: number; now: () => number },
  ) {}

  get(key: string): T | undefined {
    const entry = this.#entries.get(key);
    if (entry && entry.expiresAt <= this.options.now()) {
      this.#entries.delete(key);
      return undefined;
    }
    return entry?.value;
  }

  /** The first entry for which the condition holds. */
  find(condition: (value: T) => boolean): T | undefined {
    const now = this.options.now();
    for (const { value, expiresAt } of this.#entries.values()) {
      if (expiresAt > now && condition(value)) return value;
    }
    return undefined;
  }

  set(key: string, value: T, lifetimeMs = Infinity): void {
    this.#entries.delete(key);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size >= this.options.maximumSize) {
      this.#entries.delete(oldest);
    }
    const expiresAt = this.options.now() + lifetimeMs;
    this.#entries.set(key, { value, expiresAt });
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  /** Deletes every entry for which the condition holds. */
  deleteWhere(condition: (value: T) => boolean): void {
    for (const [key, { value }] of this.#entries) {
      if (condition(value)) this.#entries.delete(key);
    }
  }
}
