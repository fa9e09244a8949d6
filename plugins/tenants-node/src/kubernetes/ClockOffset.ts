/** Less is the time of the answer itself, and the whole seconds of the header. */
const noticeableMs = 5_000;

/**
 * How far the clock of a server is from ours, by the `Date` of its answers. Ages of objects are
 * told by the clock that stamped them, so they are judged by it too.
 */
export class ClockOffset {
  #offsetMs = 0;

  /** Takes up the `Date` header of an answer that has just come. */
  learn(date: string | string[] | undefined): void {
    const offsetMs = Date.parse(String(date)) - Date.now();
    if (Number.isFinite(offsetMs)) {
      this.#offsetMs = Math.abs(offsetMs) < noticeableMs ? 0 : offsetMs;
    }
  }

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }
}
