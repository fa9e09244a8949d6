import { PromqlError } from './PromqlError';

/** Keeps one query from taking the process for itself. */
export class QueryBudget {
  #samples: number;
  readonly #deadline: number;

  constructor(options: { samples: number; timeoutMs: number }) {
    this.#samples = options.samples;
    this.#deadline = performance.now() + options.timeoutMs;
  }

  /** @throws PromqlError when the query has read too many samples or taken too long. */
  spend(samples: number): void {
    this.#samples -= samples;
    if (this.#samples < 0) {
      throw new PromqlError('execution', 'the query reads too many samples');
    }
    if (performance.now() > this.#deadline) {
      throw new PromqlError('timeout', 'the query took too long');
    }
  }
}
