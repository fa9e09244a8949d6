import {
  Check,
  TenantEnvironmentDetails,
} from '@tenantry/plugin-tenants-common';
import { isPlaceholder } from './collectChecks';

/**
 * The same status, with the times at which its sources have confirmed it since it was put
 * together: what has not changed is not put together again.
 */
export function confirm(
  status: TenantEnvironmentDetails,
  confirmedAt: (source: string) => string | undefined,
): TenantEnvironmentDetails {
  const components = status.components.map(component => ({
    ...component,
    checks: component.checks.map(check => confirmCheck(check, confirmedAt)),
  }));
  const observedAt = components
    .flatMap(({ checks }) => checks)
    .filter(isObserved)
    .reduce<string | undefined>(
      (oldest, check) =>
        oldest && oldest < check.observedAt ? oldest : check.observedAt,
      undefined,
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

function confirmCheck(
  check: Check,
  confirmedAt: (source: string) => string | undefined,
): Check {
  const at = isObserved(check) ? confirmedAt(check.source) : undefined;
  return at && at > check.observedAt ? { ...check, observedAt: at } : check;
}

/** Whether a source has said so, as opposed to having said nothing. */
function isObserved(check: Check): boolean {
  return check.reason !== 'NotObserved' && !isPlaceholder(check);
}

function later(time: string, other: string | undefined): string {
  return other && other > time ? other : time;
}
