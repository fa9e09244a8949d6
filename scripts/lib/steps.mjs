import { performance } from 'node:perf_hooks';

const tickMs = 10_000;

/**
 * Runs the steps of a program one after another and shows each with its time, and a sign of life
 * every ten seconds.
 */
export class Steps {
  #current = 0;
  #total;

  constructor(total) {
    this.#total = total;
  }

  /**
   * @param {string} title what the step does, for a person
   * @param {(say: (detail: string) => void) => Promise<T>} action `say` sets what is shown at the end
   * @returns {Promise<T>}
   * @template T
   */
  async run(title, action) {
    this.#current += 1;
    const prefix = `[${this.#current}/${this.#total}]`;
    const started = performance.now();
    const seconds = () => Math.round((performance.now() - started) / 1000);
    let detail = '';
    process.stdout.write(`${prefix} ${title} ...\n`);
    const ticker = setInterval(
      () => process.stdout.write(`${prefix}   still at it, ${seconds()} s\n`),
      tickMs,
    );
    try {
      const result = await action(text => {
        detail = `, ${text}`;
      });
      process.stdout.write(`${prefix}   done in ${seconds()} s${detail}\n`);
      return result;
    } finally {
      clearInterval(ticker);
    }
  }
}
