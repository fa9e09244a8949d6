/**
 * A moment as messages name it, for example `2026-01-01 12:00 UTC`. Messages say since when
 * instead of for how long, so that they stay the same while nothing changes.
 *
 * @public
 */
export function utcMinute(date: Date): string {
  return Number.isNaN(date.getTime())
    ? 'an unknown time'
    : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
