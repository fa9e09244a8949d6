import { FaultBoard, FaultName } from '../../faults';

/** How long a fault has lasted already when it is switched on, in seconds. */
const headStart = 600;

/**
 * Since when each fault lasts. A fault that is switched on shows at once, as if somebody had
 * looked ten minutes after it began; what was before keeps its values.
 */
export class FaultTimes {
  readonly #since = new Map<string, number>();
  readonly #stop: () => void;

  constructor(
    private readonly faults: FaultBoard,
    private readonly now: () => number,
  ) {
    this.#refresh();
    this.#stop = faults.onChange(() => this.#refresh());
  }

  /** Unix time in seconds, or undefined while the fault is off. */
  since(name: FaultName, target: string): number | undefined {
    return this.#since.get(`${name} ${target}`);
  }

  close(): void {
    this.#stop();
  }

  #refresh(): void {
    const active = this.faults
      .list()
      .map(({ name, target }) => `${name} ${target}`);
    for (const key of this.#since.keys()) {
      if (!active.includes(key)) this.#since.delete(key);
    }
    for (const key of active) {
      if (!this.#since.has(key)) this.#since.set(key, this.now() - headStart);
    }
  }
}
