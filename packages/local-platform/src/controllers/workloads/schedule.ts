import { CronTime } from 'cron';
import { DateTime } from 'luxon';

const dayMs = 24 * 60 * 60_000;
/** Runs that are looked through for the latest one: one a minute for a day. */
const mostRuns = 1_440;

/** The next run after a moment, in UTC, of a schedule with five or six fields. */
export function nextRun(schedule: string, after: Date): Date {
  const start = DateTime.fromJSDate(after, { zone: 'utc' });
  return new CronTime(schedule, 'UTC').getNextDateFrom(start).toJSDate();
}

/** The latest run after one moment and up to another; undefined when there was none. */
export function latestRun(
  schedule: string,
  after: Date,
  until: Date,
): Date | undefined {
  const yesterday = new Date(until.getTime() - dayMs);
  return yesterday > after
    ? lastOf(schedule, yesterday, until) ?? lastOf(schedule, after, until)
    : lastOf(schedule, after, until);
}

function lastOf(schedule: string, after: Date, until: Date): Date | undefined {
  let latest: Date | undefined;
  let run = nextRun(schedule, after);
  for (let count = 0; run <= until && count < mostRuns; count += 1) {
    latest = run;
    run = nextRun(schedule, run);
  }
  return latest;
}
