import { WarningFact } from '@tenantry/plugin-tenants-common';
import {
  ageMs,
  clusterSays,
  warningEvent,
  WarningProjection,
} from '../../health';
import { ObserveContext } from '../ObserveContext';

const maximumAgeMs = 3_600_000;
const maximum = 50;

/** The warnings of the last hour, newest first; the same about the same object once. */
export function warningsIn({ view, now }: ObserveContext): WarningFact[] {
  const recent = [...view.objects(warningEvent).values()].filter(
    ({ lastSeenAt }) => ageMs(lastSeenAt, now) < maximumAgeMs,
  );
  return group(recent)
    .sort((left, right) => right.lastSeenAt.localeCompare(left.lastSeenAt))
    .slice(0, maximum);
}

function group(warnings: readonly WarningProjection[]): WarningFact[] {
  const groups = new Map<string, WarningFact>();
  for (const warning of warnings) {
    const key = `${warning.object} ${warning.reason}`;
    groups.set(key, merge(groups.get(key), warning));
  }
  return [...groups.values()];
}

function merge(
  known: WarningFact | undefined,
  warning: WarningProjection,
): WarningFact {
  const { object, reason, count, lastSeenAt } = warning;
  const total = (known?.count ?? 0) + count;
  return known && known.lastSeenAt >= lastSeenAt
    ? { ...known, count: total }
    : {
        object,
        reason,
        message: clusterSays(warning.message || reason),
        count: total,
        lastSeenAt,
      };
}
