const unitSeconds = { s: 1, m: 60, h: 3600, d: 86_400, y: 31_536_000 };

type Unit = keyof typeof unitSeconds;

/** Below the first number of seconds, a duration is given in these units. */
const ranges: [limitSeconds: number, larger: Unit, smaller?: Unit][] = [
  [2 * unitSeconds.m, 's'],
  [10 * unitSeconds.m, 'm', 's'],
  [3 * unitSeconds.h, 'm'],
  [8 * unitSeconds.h, 'h', 'm'],
  [2 * unitSeconds.d, 'h'],
  [8 * unitSeconds.d, 'd', 'h'],
  [2 * unitSeconds.y, 'd'],
  [8 * unitSeconds.y, 'y', 'd'],
  [Infinity, 'y'],
];

/** A duration as kubectl shows an age: 45s, 5m30s, 3h, 2d4h, 300d. */
export function humanDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [, larger, smaller] = ranges.find(([limit]) => seconds < limit)!;
  const whole = Math.floor(seconds / unitSeconds[larger]);
  const rest = smaller
    ? Math.floor((seconds % unitSeconds[larger]) / unitSeconds[smaller])
    : 0;
  return rest ? `${whole}${larger}${rest}${smaller}` : `${whole}${larger}`;
}

/** The time that has passed since an RFC 3339 time; `<unknown>` when there is none. */
export function ageOf(since: unknown, now: Date): string {
  const time = typeof since === 'string' ? Date.parse(since) : NaN;
  return Number.isNaN(time) ? '<unknown>' : humanDuration(now.getTime() - time);
}
