import { setTimeout as delay } from 'node:timers/promises';

/**
 * How long the parts of watching wait, in milliseconds. Tests shorten them.
 */
export interface WatchTiming {
  /** First wait after a failure; doubled for each further one. */
  minimumBackoffMs: number;
  maximumBackoffMs: number;
  /** How long a watch must last for earlier failures to be forgotten. */
  stableAfterMs: number;
  /** How often a kind that the cluster does not have, or may not show, is tried again. */
  absentRetryMs: number;
  /** Longest time for one page of a list. */
  listTimeoutMs: number;
  /** How long the server is asked to keep a watch open. */
  watchMs: number;
  /** How long a watch may send nothing, not even a bookmark, which servers send each minute. */
  watchIdleMs: number;
  /** How often the cluster is asked whether it is there. */
  probeIntervalMs: number;
  probeTimeoutMs: number;
  /** How long the first report waits for a kind of which nothing comes. */
  settleMs: number;
  /** Changes of one namespace within this time are reported once. */
  coalesceMs: number;
  /** How often health that depends on the time is judged again. */
  reevaluateMs: number;
}

export const defaultTiming: WatchTiming = {
  minimumBackoffMs: 500,
  maximumBackoffMs: 30_000,
  stableAfterMs: 10_000,
  absentRetryMs: 60_000,
  listTimeoutMs: 30_000,
  watchMs: 290_000,
  watchIdleMs: 150_000,
  probeIntervalMs: 10_000,
  probeTimeoutMs: 5_000,
  settleMs: 5_000,
  coalesceMs: 250,
  reevaluateMs: 30_000,
};

/** How long to wait after so many failures in a row, with jitter so that not all come at once. */
export function backoffMs(failures: number, timing: WatchTiming): number {
  const full = Math.min(
    timing.maximumBackoffMs,
    timing.minimumBackoffMs * 2 ** Math.min(failures, 20),
  );
  return full / 2 + (Math.random() * full) / 2;
}

/** Waits; ends early, without an error, when the signal aborts. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}
