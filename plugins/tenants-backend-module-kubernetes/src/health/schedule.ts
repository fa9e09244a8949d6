import { Cron } from 'croner';

/** Kubernetes controllers start what is due within a minute or two; this is late. */
const graceMs = 10 * 60_000;

/**
 * When the run after a moment is overdue, RFC 3339 in UTC; `undefined` for a schedule that cannot
 * be read, of which nothing can be said.
 */
export function overdueAfter(options: {
  /** Five fields, six with seconds, or a macro such as `@daily`. */
  schedule: string;
  /** UTC by default. */
  timeZone?: string;
  /** RFC 3339. */
  lastRunAt: string;
}): string | undefined {
  const { schedule, timeZone = 'UTC', lastRunAt } = options;
  const from = new Date(lastRunAt);
  if (Number.isNaN(from.getTime())) {
    return undefined;
  }
  try {
    // There may be thousands of schedules, and an offset is several times faster than a time zone.
    const zone = /^(Etc\/)?UTC$/.test(timeZone)
      ? { utcOffset: 0 }
      : { timezone: timeZone };
    const next = new Cron(schedule, zone).nextRun(from);
    return next ? new Date(next.getTime() + graceMs).toISOString() : undefined;
  } catch {
    return undefined;
  }
}
