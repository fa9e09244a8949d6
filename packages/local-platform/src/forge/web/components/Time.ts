import { h } from 'preact';

/** A moment in UTC, to the minute. */
export function Time({ at }: { at: string }) {
  const date = new Date(at).toISOString();
  const text = `${date.slice(0, 10)} ${date.slice(11, 16)} UTC`;
  return h('time', { datetime: date }, text);
}
