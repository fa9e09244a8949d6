import { Clock } from '../clock';

/** How far the clock of a cluster is ahead while the fault `clock-skew` is on. */
const skewMs = 7 * 60_000;

/** The clock of a cluster, which is ahead of all others while it is skewed. */
export function clusterClock(clock: Clock, isSkewed: () => boolean): Clock {
  return {
    now: () => new Date(clock.now().getTime() + (isSkewed() ? skewMs : 0)),
    after: (delayMs, callback) => clock.after(delayMs, callback),
  };
}
