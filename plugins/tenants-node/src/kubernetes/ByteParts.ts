/** Bytes that came in parts. */
export class ByteParts {
  #parts: Buffer[] = [];
  bytes = 0;

  add(part: Buffer): void {
    this.#parts.push(part);
    this.bytes += part.length;
  }

  /** At least so many of the last bytes, as text, where there are as many. */
  tail(bytes: number): string {
    let text = '';
    for (let last = this.#parts.length - 1; last >= 0; last--) {
      text = this.#parts[last].subarray(-bytes).toString('latin1') + text;
      if (text.length >= bytes) {
        break;
      }
    }
    return text;
  }

  take(): Buffer {
    const [only] = this.#parts;
    const whole =
      this.#parts.length === 1 ? only : Buffer.concat(this.#parts, this.bytes);
    this.#parts = [];
    this.bytes = 0;
    return whole;
  }
}
