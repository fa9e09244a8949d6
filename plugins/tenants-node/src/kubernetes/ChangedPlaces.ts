/** Where objects have changed. */
export interface ChangedPlace {
  namespace: string;
  /** The one object that has; any of the namespace when absent. */
  name?: string;
}

/** The places of one burst of changes. */
export class ChangedPlaces {
  #all = false;
  /** Names by namespace; `undefined` for any. */
  readonly #names = new Map<string, Set<string> | undefined>();

  add(places: Iterable<ChangedPlace> | 'all'): void {
    if (places === 'all') {
      this.#all = true;
      return;
    }
    for (const place of places) {
      this.#addOne(place);
    }
  }

  /** @param name - the only object to ask about; any of the namespace when absent */
  has(namespace: string, name?: string): boolean {
    if (this.#all || !this.#names.has(namespace)) {
      return this.#all;
    }
    const names = this.#names.get(namespace);
    return !name || !names || names.has(name);
  }

  #addOne({ namespace, name }: ChangedPlace): void {
    const names = this.#names.get(namespace);
    if (!name) {
      this.#names.set(namespace, undefined);
    } else if (names) {
      names.add(name);
    } else if (!this.#names.has(namespace)) {
      this.#names.set(namespace, new Set([name]));
    }
  }
}
