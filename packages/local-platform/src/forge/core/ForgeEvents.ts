import { ForgeLogger, Push } from '../types';

/** What happened to a pull request, in Gitea's words. */
export interface PullRequestEvent {
  action: 'opened' | 'edited' | 'closed' | 'reopened' | 'synchronized';
  number: number;
  /** Login of who did it. */
  sender: string;
}

/** What the forge tells those who listen. */
export interface ForgeEventMap {
  push: Push;
  pullRequest: PullRequestEvent;
}

type Listener<E> = (event: E) => void;

/** Tells listeners what happened; a listener that throws costs a line in the log. */
export class ForgeEvents {
  readonly #listeners = {
    push: new Set<Listener<Push>>(),
    pullRequest: new Set<Listener<PullRequestEvent>>(),
  };
  readonly #logger: ForgeLogger;

  constructor(logger: ForgeLogger) {
    this.#logger = logger;
  }

  on<K extends keyof ForgeEventMap>(
    kind: K,
    listener: Listener<ForgeEventMap[K]>,
  ): () => void {
    const listeners = this.#of(kind);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  emit<K extends keyof ForgeEventMap>(kind: K, event: ForgeEventMap[K]): void {
    for (const listener of this.#of(kind)) {
      try {
        listener(event);
      } catch (error) {
        this.#logger.warn(`A listener of the forge's ${kind} failed: ${error}`);
      }
    }
  }

  #of<K extends keyof ForgeEventMap>(kind: K): Set<Listener<ForgeEventMap[K]>> {
    return this.#listeners[kind] as Set<Listener<ForgeEventMap[K]>>;
  }
}
