/** Replaces halves of surrogate pairs, which no database stores. */
export function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}
