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
    const next = new Cron(schedule, { timezone: timeZone }).nextRun(from);
    return next ? new Date(next.getTime() + graceMs).toISOString() : undefined;
  } catch {
    return undefined;
  }
}
