import { ObjectStore, StoreEvent } from '../../ObjectStore';
import { badRequest, expired } from '../ApiError';

/** Remembers the latest changes of a store, so that an interrupted watch can be resumed. */
export class WatchHistory {
  readonly #store: ObjectStore;
  readonly #limit: number;
  readonly #stop: () => void;
  #events: StoreEvent[] = [];
  /** The version from which on every change is remembered. */
  #start: number;

  /** @param limit - how many changes are remembered at least; at most twice as many are. */
  constructor(store: ObjectStore, limit: number) {
    this.#store = store;
    this.#limit = limit;
    this.#start = Number(store.resourceVersion);
    this.#stop = store.watch(event => this.#remember(event));
  }

  /**
   * The changes after a version.
   *
   * @throws ApiError when the version is malformed, older than what is remembered, or from the
   * future, that is, of another life of this cluster.
   */
  since(resourceVersion: string): StoreEvent[] {
    if (!/^\d+$/.test(resourceVersion)) {
      throw badRequest(`Invalid value for resourceVersion: ${resourceVersion}`);
    }
    const version = Number(resourceVersion);
    const current = Number(this.#store.resourceVersion);
    if (version < this.#start || version > current) {
      throw expired(
        `too old resource version: ${resourceVersion} (${this.#start})`,
      );
    }
    return this.#events.filter(event => versionOf(event) > version);
  }

  close(): void {
    this.#stop();
  }

  #remember(event: StoreEvent): void {
    this.#events.push(event);
    if (this.#events.length > 2 * this.#limit) {
      const forgotten = this.#events.length - this.#limit;
      this.#start = versionOf(this.#events[forgotten - 1]);
      this.#events = this.#events.slice(forgotten);
    }
  }
}

function versionOf({ object }: StoreEvent): number {
  return Number(object.metadata.resourceVersion);
}
