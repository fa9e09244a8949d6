const perDay = 0.004;
const most = 0.1;

/** Bytes that have grown by 0.4 % a day since the start, by 10 % at most. */
export function grown(
  bytes: number,
  startedAt: string,
  timestamp: number,
): number {
  const days = (timestamp - Date.parse(startedAt) / 1000) / 86_400;
  return Math.round(bytes * (1 + Math.min(most, Math.max(0, days) * perDay)));
}
