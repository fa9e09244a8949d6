import { DateTime } from 'luxon';

/** RFC 3339 in UTC. */
export function minutesAgo(minutes: number): string {
  return DateTime.utc().minus({ minutes }).toISO();
}
