import { EngineStore } from '../../store';

type Anything = (...parameters: unknown[]) => Promise<unknown>;
type Iteration = (...parameters: unknown[]) => AsyncIterable<unknown>;

/** The calls that answer one thing after the other. */
const iterations = ['readObservations', 'readStatuses'];

/** A store that can fail, hang, or lose its answers. */
export class FaultyStore {
  #mode: 'fine' | 'failing' | 'hanging' | 'deaf' = 'fine';
  #waiting: (() => void)[] = [];
  readonly store: EngineStore;

  constructor(store: EngineStore) {
    this.store = {
      leases: this.#faulty(store.leases),
      observations: this.#faulty(store.observations),
      statuses: this.#faulty(store.statuses),
      versions: this.#act(() => store.versions()) as EngineStore['versions'],
    };
  }

  /** Every call fails. */
  fail(): void {
    this.#mode = 'failing';
  }

  /** No call is made any more, until `mend`: so a process looks that was killed, or that hangs. */
  hang(): void {
    this.#mode = 'hanging';
  }

  /** Calls are made, and fail all the same: the connection breaks before the answer. */
  deafen(): void {
    this.#mode = 'deaf';
  }

  mend(): void {
    this.#mode = 'fine';
    const waiting = this.#waiting;
    this.#waiting = [];
    waiting.forEach(go => go());
  }

  #faulty<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (_, name) =>
        iterations.includes(String(name))
          ? this.#iterate((...parameters) =>
              (target[name as keyof T] as Iteration)(...parameters),
            )
          : this.#act((...parameters) =>
              (target[name as keyof T] as Anything)(...parameters),
            ),
    });
  }

  #iterate(call: Iteration): Iteration {
    const begin = this.#act(async (...parameters) => call(...parameters));
    return async function* iterate(...parameters) {
      yield* (await begin(...parameters)) as AsyncIterable<unknown>;
    };
  }

  #act(call: Anything): Anything {
    return async (...parameters) => {
      if (this.#mode === 'hanging') {
        await new Promise<void>(resolve => this.#waiting.push(resolve));
      }
      if (this.#mode === 'failing') {
        throw new Error('The database is away.');
      }
      const answer = await call(...parameters);
      if (this.#mode === 'deaf') {
        throw new Error('The connection broke.');
      }
      return answer;
    };
  }
}
