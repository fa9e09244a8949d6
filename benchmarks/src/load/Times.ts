import { createHistogram } from 'node:perf_hooks';

const microsecondsPerMs = 1_000;

/** How long things took, in milliseconds, to a thousandth of each value. */
export class Times {
  readonly #histogram = createHistogram({ figures: 3 });

  get count(): number {
    return this.#histogram.count;
  }

  add(ms: number): void {
    const microseconds = Math.round(ms * microsecondsPerMs);
    this.#histogram.record(Math.max(1, microseconds));
  }

  /** The time below which a share of them lies, in percent; NaN of nothing. */
  percentile(share: number): number {
    return this.count === 0
      ? NaN
      : this.#histogram.percentile(share) / microsecondsPerMs;
  }
}
