import {
  MetricRange,
  TenantEnvironmentMetrics,
} from '@tenantry/plugin-tenants-common';
import { MetricsSource, TenantBinding } from '@tenantry/plugin-tenants-node';

export interface CachedMetricsOptions {
  source?: MetricsSource;
  /** Called whenever the source is asked. */
  onRead?: () => void;
  now?: () => number;
}

interface Entry {
  /** Milliseconds since the epoch. */
  expiresAt: number;
  answer: Promise<TenantEnvironmentMetrics>;
}

const keepMs = 15_000;
const timeoutMs = 20_000;
const maximumEntries = 500;

/**
 * Range charts, asked for once however many people look: an answer is shared while it is on its
 * way and for a few seconds after. A failure is never kept.
 */
export class CachedMetrics {
  readonly #source: MetricsSource | undefined;
  readonly #onRead: (() => void) | undefined;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();

  constructor({ source, onRead, now = Date.now }: CachedMetricsOptions) {
    this.#source = source;
    this.#onRead = onRead;
    this.#now = now;
  }

  /** No charts when no source of metrics is installed. */
  async charts(
    binding: TenantBinding,
    range: MetricRange,
  ): Promise<TenantEnvironmentMetrics> {
    if (!this.#source) {
      return { range, charts: [] };
    }
    // The binding itself is the key: a changed binding must not answer for the one before.
    const key = JSON.stringify([range, binding]);
    const known = this.#entries.get(key);
    if (known && known.expiresAt > this.#now()) {
      return known.answer;
    }
    const answer = this.#ask(this.#source, binding, range);
    this.#keep(key, answer);
    return answer;
  }

  async #ask(
    source: MetricsSource,
    binding: TenantBinding,
    range: MetricRange,
  ): Promise<TenantEnvironmentMetrics> {
    this.#onRead?.();
    const signal = AbortSignal.timeout(timeoutMs);
    return { range, charts: await source.charts({ binding, range, signal }) };
  }

  #keep(key: string, answer: Promise<TenantEnvironmentMetrics>): void {
    const entry = { expiresAt: this.#now() + timeoutMs + keepMs, answer };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    answer.then(
      () => {
        entry.expiresAt = this.#now() + keepMs;
      },
      () => {
        if (this.#entries.get(key) === entry) {
          this.#entries.delete(key);
        }
      },
    );
    if (this.#entries.size > maximumEntries) {
      this.#entries.delete(this.#entries.keys().next().value!);
    }
  }
}
