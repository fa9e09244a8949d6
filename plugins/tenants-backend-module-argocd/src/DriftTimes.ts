/**
 * Since when each Application differs from Git, as far as it was watched: Argo CD does not say.
 */
export class DriftTimes {
  readonly #since = new Map<string, Date>();

  /** Since when it differs; `undefined` when it does not. */
  note(application: string, differs: boolean, now: Date): Date | undefined {
    if (!differs) {
      this.#since.delete(application);
      return undefined;
    }
    const since = this.#since.get(application) ?? now;
    this.#since.set(application, since);
    return since;
  }
}
