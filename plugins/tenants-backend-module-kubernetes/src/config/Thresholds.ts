const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** From where on something is unwell. Durations are in milliseconds. */
export interface Thresholds {
  /** A certificate with less left has failed to renew for days. */
  certificateExpiryMs: number;
  /** How long after its time a renewal may take. */
  certificateRenewalMs: number;
  /** A backup that is older is too old. */
  backupAgeMs: number;
  /** Names of the CronJobs that make backups; `*` stands for any run of characters. */
  backupCronJobs: readonly string[];
  /** Share of a quota from which on it is nearly used up. */
  quotaUse: number;
  /** How many refresh intervals a secret may be behind its store. */
  secretRefreshIntervals: number;
  /** How long scheduling and starting a pod may take before something is wrong. */
  podStartMs: number;
}

/**
 * The databases of a Canton node are to be backed up every four hours at least; the hour on top is
 * for the backup to end. Certificates of 90 days are renewed when 30 are left.
 */
export const defaultThresholds: Thresholds = {
  certificateExpiryMs: 14 * dayMs,
  certificateRenewalMs: dayMs,
  backupAgeMs: 5 * hourMs,
  backupCronJobs: ['*backup*', '*dump*'],
  quotaUse: 0.9,
  secretRefreshIntervals: 3,
  podStartMs: 3 * minuteMs,
};
