import {
  Check,
  TenantEnvironmentDetails,
} from '@tenantry/plugin-tenants-common';
import { isPlaceholder } from './collectChecks';

/** When the oldest of what each source has said was observed, RFC 3339 in UTC, by source. */
export type OldestObservations = Readonly<Record<string, string>>;

/** When a source last confirmed what it said; `undefined` when it has not since. */
export type ConfirmedAt = (source: string) => string | undefined;

/**
 * The same status, with the times at which its sources have confirmed it since it was put
 * together: what has not changed is not put together again.
 */
export function confirm(
  status: TenantEnvironmentDetails,
  confirmedAt: ConfirmedAt,
): TenantEnvironmentDetails {
  const components = status.components.map(component => ({
    ...component,
    checks: component.checks.map(check => confirmCheck(check, confirmedAt)),
  }));
  const observedAt = confirmObservations(
    oldestObservations(status),
    confirmedAt,
  );
  return {
    ...status,
    components,
    ...(observedAt && { observedAt }),
    ...(status.gitops && {
      gitops: {
        ...status.gitops,
        observedAt: later(
          status.gitops.observedAt,
          confirmedAt(status.gitops.source),
        ),
      },
    }),
  };
}

/** What has to be known of a status for `confirmObservations`. */
export function oldestObservations({
  components,
}: Pick<TenantEnvironmentDetails, 'components'>): OldestObservations {
  const oldest: Record<string, string> = {};
  for (const { checks } of components) {
    for (const check of checks) {
      const { source, observedAt } = check;
      if (isObserved(check) && !(oldest[source] <= observedAt)) {
        oldest[source] = observedAt;
      }
    }
  }
  return oldest;
}

/** The oldest confirmation among the sources; `undefined` when none has said anything. */
export function confirmObservations(
  oldest: OldestObservations,
  confirmedAt: ConfirmedAt,
): string | undefined {
  return Object.entries(oldest)
    .map(([source, observedAt]) => later(observedAt, confirmedAt(source)))
    .sort()
    .at(0);
}

function confirmCheck(check: Check, confirmedAt: ConfirmedAt): Check {
  return isObserved(check)
    ? {
        ...check,
        observedAt: later(check.observedAt, confirmedAt(check.source)),
      }
    : check;
}

/** Whether a source has said so, as opposed to having said nothing. */
function isObserved(check: Check): boolean {
  return check.reason !== 'NotObserved' && !isPlaceholder(check);
}

function later(time: string, other: string | undefined): string {
  return other && other > time ? other : time;
}
