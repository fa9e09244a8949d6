interface Seen {
  beats: number;
  /** When the beats were first seen, by the clock of this replica. */
  at: number;
}

/**
 * Tells which replicas live, from how often they have beaten: one that has not been seen to beat
 * for a while is dead. Only the time between two looks of this replica counts, so the clocks of
 * the others, and of the database, do not matter.
 */
export class Liveness {
  readonly #deadAfterMs: number;
  #seen = new Map<string, Seen>();

  constructor(deadAfterMs: number) {
    this.#deadAfterMs = deadAfterMs;
  }

  /** Takes note of the beats, and returns the replicas that are dead. */
  look(beats: ReadonlyMap<string, number>, now: number): string[] {
    const seen = new Map<string, Seen>();
    for (const [id, count] of beats) {
      const before = this.#seen.get(id);
      seen.set(
        id,
        before?.beats === count ? before : { beats: count, at: now },
      );
    }
    this.#seen = seen;
    return [...seen].flatMap(([id, { at }]) =>
      now - at >= this.#deadAfterMs ? [id] : [],
    );
  }

  /** Forgets everything: who could not look cannot say that others were silent. */
  reset(): void {
    this.#seen.clear();
  }
}
