import {
  Check,
  TenantEnvironmentDetails,
} from '@tenantry/plugin-tenants-common';
import { CollectedCheck } from './collectChecks';

/** How long after the last object has become well its metrics may take to be reported. */
const settlingMs = 60_000;
const awaitingReport = 'AwaitingReport';

/**
 * What has just been started reports its metrics a little later. As long as an object of the
 * tenant environment is being rolled out, or was until lately, a value that is not reported is
 * `Progressing`; afterwards it is `Unknown`.
 */
export function awaitReports(
  entries: readonly CollectedCheck[],
  now: Date,
): CollectedCheck[] {
  const settling = entries.some(
    ({ check, object }) => object !== undefined && isSettling(check, now),
  );
  return settling ? entries.map(awaited) : [...entries];
}

/** Whether a value of a status is awaited; time alone makes it `Unknown`. */
export function awaitsReport({
  components,
}: Pick<TenantEnvironmentDetails, 'components'>): boolean {
  return components.some(({ checks }) =>
    checks.some(({ reason }) => reason === awaitingReport),
  );
}

function isSettling({ health, since }: Check, now: Date): boolean {
  const sinceMs = now.getTime() - Date.parse(since);
  return (
    health === 'Progressing' || (health === 'Healthy' && sinceMs < settlingMs)
  );
}

function awaited(entry: CollectedCheck): CollectedCheck {
  const { check } = entry;
  if (check.health !== 'Unknown' || check.reason !== 'NotReported') {
    return entry;
  }
  const { lastKnown: _, ...rest } = check;
  return {
    ...entry,
    check: {
      ...rest,
      health: 'Progressing',
      reason: awaitingReport,
      message:
        'Not reported yet; a value is expected within a minute of the start of what reports it.',
    },
  };
}
