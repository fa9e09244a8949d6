import { toError } from '@backstage/errors';
import { StoreEvent } from '../ObjectStore';

type Listener = (event: StoreEvent) => void;

/**
 * Hands events to all listeners in the order in which they were published, also when a listener
 * publishes another one meanwhile.
 */
export class EventQueue {
  readonly #listeners = new Set<Listener>();
  readonly #pending: StoreEvent[] = [];
  #draining = false;

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(event: StoreEvent): void {
    this.#pending.push(event);
    if (this.#draining) {
      return;
    }
    this.#draining = true;
    for (let next = this.#pending.shift(); next; next = this.#pending.shift()) {
      this.#deliver(next);
    }
    this.#draining = false;
  }

  #deliver(event: StoreEvent): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(event);
      } catch (error) {
        // Must be heard, but is not the fault of the one who changed the object.
        process.emitWarning(toError(error).stack ?? String(error));
      }
    }
  }
}
